import { agenda } from "./agenda.ts";

/** Runs something when the earliest of the added instants has come, by a clock that may jump. */
export type DueTimer<T> = {
  add(dueAt: number, item: T): void;
  /** Everything that is due now, at most `limit` of it, earliest first. */
  takeDue(limit: number): T[];
  /** Sets the timer for the earliest instant; to be called after adding, taking or a jump. */
  arm(): void;
  stop(): void;
};

const timerMaxMs = 2 ** 31 - 1;

export function dueTimer<T>(now: () => number, onDue: () => void): DueTimer<T> {
  const due = agenda<T>();
  let timer: NodeJS.Timeout | null = null;
  let armedFor: number | null = null;
  let stopped = false;

  const arm = (): void => {
    const next = due.next();
    // By the machine's clock, so that a jump of the business time sets the timer anew.
    const ringsAt = next === undefined ? null : Date.now() + Math.max(0, next - now());
    if (stopped || ringsAt === null) return;
    if (timer !== null && armedFor !== null && armedFor <= ringsAt) return;
    if (timer !== null) clearTimeout(timer);
    armedFor = ringsAt;
    timer = setTimeout(
      () => {
        timer = null;
        onDue();
      },
      Math.min(ringsAt - Date.now(), timerMaxMs),
    );
  };

  return {
    add: (dueAt, item) => due.add(dueAt, item),
    arm,
    takeDue(limit) {
      const taken: T[] = [];
      while (taken.length < limit) {
        const item = due.take(now());
        if (item === undefined) break;
        taken.push(item);
      }
      return taken;
    },
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
