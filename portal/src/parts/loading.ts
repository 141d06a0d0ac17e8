import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { isSignedOut } from "../failure.ts";
import type { Failure, Result } from "../failure.ts";
import { usePortal } from "../reader.ts";
import type { Portal } from "../reader.ts";

export interface Loaded<T> {
  readonly data: T | null;
  readonly failure: Failure | null;
  readonly reload: () => void;
  readonly replace: (data: T) => void;
}

/**
 * Loads when the page opens and when the language changes. Without a session the customer is led to
 * where the order is found.
 */
export function useLoaded<T>(
  merchant: string,
  load: (ask: Portal["ask"]) => Promise<Result<T>>,
): Loaded<T> {
  const { ask, go } = usePortal();
  const [data, setData] = useState<T | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [turn, setTurn] = useState(0);
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    let left = false;
    void latest.current(ask).then((result) => {
      if (left) return;
      if (result.ok) setData(result.data);
      else if (isSignedOut(result.failure)) go({ page: "find", merchant });
      setFailure(result.ok ? null : result.failure);
    });
    return () => {
      left = true;
    };
  }, [ask, go, merchant, turn]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { data, failure, reload, replace: setData };
}

export interface Action {
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly run: <T>(work: () => Promise<Result<T>>) => Promise<T | null>;
}

/** One thing at a time: a second tap while the first is under way does nothing. */
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
