import type { Failure, Result } from "./failure.ts";

/** The hooks that React and Preact both have, as far as they are used here. */
export interface Hooks {
  readonly useState: <T>(first: T | (() => T)) => [T, (next: T | ((before: T) => T)) => void];
  readonly useEffect: (effect: () => void | (() => void), inputs: readonly unknown[]) => void;
  readonly useRef: <T>(first: T) => { current: T };
}

export interface Loaded<T> {
  readonly data: T | null;
  readonly failure: Failure | null;
  readonly loading: boolean;
  readonly reload: () => void;
}

/**
 * A hook that loads when a page opens, when `key` changes, and when `ask` does (it is made anew for
 * each language). What was loaded before stays in view until the new data are there.
 */
export function loadedWith({ useState, useEffect, useRef }: Hooks) {
  return function useLoaded<T, Asker>(
    ask: Asker,
    key: string,
    load: (ask: Asker) => Promise<Result<T>>,
  ): Loaded<T> {
    const [data, setData] = useState<T | null>(null);
    const [failure, setFailure] = useState<Failure | null>(null);
    const [loading, setLoading] = useState(true);
    const [turn, setTurn] = useState(0);
    const latest = useRef(load);
    latest.current = load;
    const again = useRef(() => setTurn((before) => before + 1));
    useEffect(() => {
      let left = false;
      setLoading(true);
      void latest.current(ask).then((result) => {
        if (left) return;
        if (result.ok) setData(() => result.data);
        setFailure(result.ok ? null : result.failure);
        setLoading(false);
      });
      return () => {
        left = true;
      };
    }, [ask, key, turn]);
    return { data, failure, loading, reload: again.current };
  };
}

export interface Action {
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly run: <T>(work: () => Promise<Result<T>>) => Promise<T | null>;
}

/** A hook for one thing at a time: a second click while the first is under way does nothing. */
export function actionWith({ useState, useRef }: Hooks) {
  return function useAction(): Action {
    const [busy, setBusy] = useState(false);
    const [failure, setFailure] = useState<Failure | null>(null);
    const underWay = useRef(false);
    async function run<T>(work: () => Promise<Result<T>>): Promise<T | null> {
      if (underWay.current) return null;
      underWay.current = true;
      setBusy(true);
      setFailure(null);
      const result = await work();
      underWay.current = false;
      setBusy(false);
      if (result.ok) return result.data;
      setFailure(result.failure);
      return null;
    }
    return { busy, failure, run };
  };
}

/** How to go on: `replace` where the back button shall not lead to where one was. */
export type Go<Place> = (place: Place, how?: "replace") => void;

/** A hook for the place that the address names, and the way to another one. */
export function placeWith<Place>(
  { useState, useEffect, useRef }: Hooks,
  pathOf: (place: Place) => string,
  placeOf: (path: string, search: string) => Place,
) {
  const here = () => placeOf(location.pathname, location.search);
  return function usePlace(): [Place, Go<Place>] {
    const [place, setPlace] = useState(here);
    useEffect(() => {
      const follow = () => setPlace(here);
      addEventListener("popstate", follow);
      return () => removeEventListener("popstate", follow);
    }, []);
    const go = useRef<Go<Place>>((next, how) => {
      history[how === "replace" ? "replaceState" : "pushState"](null, "", pathOf(next));
      setPlace(() => next);
      scrollTo(0, 0);
    });
    return [place, go.current];
  };
}

const lookAgainMs = 4000;

/** A hook that loads again every few seconds while something can still happen by itself. */
export function watchWith({ useEffect }: Hooks) {
  return function useWatch(waits: boolean, reload: () => void): void {
    useEffect(() => {
      if (!waits) return undefined;
      const timer = setInterval(() => {
        if (!document.hidden) reload();
      }, lookAgainMs);
      return () => clearInterval(timer);
    }, [waits, reload]);
  };
}
