import { useCallback, useEffect, useRef, useState } from "react";
import { useConsole } from "../console.ts";
import type { Console } from "../console.ts";
import type { Failure, Result } from "../failure.ts";

export interface Loaded<T> {
  readonly data: T | null;
  readonly failure: Failure | null;
  readonly loading: boolean;
  readonly reload: () => void;
}

/** Loads when the page opens, when `key` changes, and when the language does. */
export function useLoaded<T>(
  key: string,
  load: (ask: Console["ask"]) => Promise<Result<T>>,
): Loaded<T> {
  const { ask } = useConsole();
  const [data, setData] = useState<T | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [loading, setLoading] = useState(true);
  const [turn, setTurn] = useState(0);
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    let left = false;
    setLoading(true);
    void latest.current(ask).then((result) => {
      if (left) return;
      if (result.ok) setData(result.data);
      setFailure(result.ok ? null : result.failure);
      setLoading(false);
    });
    return () => {
      left = true;
    };
  }, [ask, key, turn]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { data, failure, loading, reload };
}

export interface Action {
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly run: <T>(work: () => Promise<Result<T>>) => Promise<T | null>;
}

/** One thing at a time: a second click while the first is under way does nothing. */
export function useAction(): Action {
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
}
