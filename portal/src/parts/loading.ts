import { useEffect, useRef, useState } from "preact/hooks";
import { actionWith, loadedWith, watchWith } from "../../../web/src/index.ts";
import type { Ask, Loaded, Result } from "../../../web/src/index.ts";
import { usePortal } from "../reader.ts";

const hooks = { useState, useEffect, useRef };
const useLoadedBy = loadedWith(hooks);

export const useAction = actionWith(hooks);
export const useWatch = watchWith(hooks);

/** Loads when the page opens, when `key` changes, and when the language does. */
export function useLoaded<T>(key: string, load: (ask: Ask) => Promise<Result<T>>): Loaded<T> {
  const { ask } = usePortal();
  return useLoadedBy(ask, key, load);
}
