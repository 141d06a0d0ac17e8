import { largestRemainder, sumMinor } from "../money/index.ts";
import { at } from "./lookup.ts";
import type { Payment } from "./order-draft.ts";
import type { Tender } from "./order-facts.ts";
import { type OrderRefusal, refuseOrder } from "./order-refusal.ts";

type Board = {
  /** [line][tender] */
  readonly split: number[][];
  /** Per line: what no tender pays yet. */
  readonly room: number[];
  /** Per tender: the lines it may pay. */
  readonly allowed: readonly (readonly number[])[];
};

/**
 * The line × tender matrix: rows sum to at most a line's room, columns to what a tender is worth.
 * Every tender pays its lines in proportion to what is left of them. The most restricted go first;
 * where one of them finds its lines taken, the others make way as far as they may.
 */
export function frozenSplit(
  payment: Payment,
  roomMinor: readonly number[],
  tenders: readonly Tender[],
): number[][] | OrderRefusal {
  const everywhere = [...roomMinor.keys()];
  const board: Board = {
    split: roomMinor.map(() => tenders.map(() => 0)),
    room: [...roomMinor],
    allowed: payment.tenders.map(({ lineIds }) =>
      everywhere.filter((line) => lineIds?.includes(at(payment.lines, line).lineId) ?? true),
    ),
  };
  const breadth = (tender: number): number => at(board.allowed, tender).length;
  const order = [...tenders.keys()].sort((a, b) => breadth(a) - breadth(b));
  for (const tender of order) {
    const { tenderId, valueMinor } = at(tenders, tender);
    const missing = place(board, tender, valueMinor);
    if (missing > 0) {
      return refuseOrder(
        "restriction_not_met",
        `tenders[${tender}].lineIds`,
        `\`${missing}\` minor units of \`${tenderId}\` find no line that they may pay: ` +
          "allow more lines or pay less with it",
      );
    }
  }
  return board.split;
}

/** Spreads a tender over the room of its lines; returns what could not be placed. */
function place(board: Board, tender: number, valueMinor: number): number {
  const lines = at(board.allowed, tender);
  const rooms = lines.map((line) => at(board.room, line));
  let rest = valueMinor - Math.min(valueMinor, sumMinor(rooms));
  const parts = largestRemainder(valueMinor - rest, rooms);
  for (const [index, line] of lines.entries()) pay(board, line, tender, at(parts, index));
  while (rest > 0) {
    const moved = makeWay(board, tender, rest);
    if (moved === 0) return rest;
    rest -= moved;
  }
  return 0;
}

function pay(board: Board, line: number, tender: number, minor: number): void {
  const row = at(board.split, line);
  row[tender] = at(row, tender) + minor;
  board.room[line] = at(board.room, line) - minor;
}

/** One step of a path: `tender` is to pay `line`; reached through `from`, null at the start. */
type Step = { readonly tender: number; readonly line: number; readonly from: Step | null };

/**
 * Finds the shortest chain by which tenders that sit on the wanted lines move to lines with room
 * (an augmenting path of Ford and Fulkerson), moves as much as it carries, and returns how much.
 */
function makeWay(board: Board, tender: number, wantedMinor: number): number {
  const queue: Step[] = at(board.allowed, tender).map((line) => ({ tender, line, from: null }));
  const seen = new Set(queue.map((step) => step.line));
  for (const step of queue) {
    if (at(board.room, step.line) > 0) return follow(board, step, wantedMinor);
    for (const [other, held] of at(board.split, step.line).entries()) {
      if (held === 0) continue;
      for (const line of at(board.allowed, other)) {
        if (seen.has(line)) continue;
        seen.add(line);
        queue.push({ tender: other, line, from: step });
      }
    }
  }
  return 0;
}

function follow(board: Board, last: Step, wantedMinor: number): number {
  let carried = Math.min(wantedMinor, at(board.room, last.line));
  for (let step = last; step.from !== null; step = step.from) {
    carried = Math.min(carried, at(at(board.split, step.from.line), step.tender));
  }
  for (let step: Step | null = last; step !== null; step = step.from) {
    pay(board, step.line, step.tender, carried);
    if (step.from !== null) pay(board, step.from.line, step.tender, -carried);
  }
  return carried;
}
