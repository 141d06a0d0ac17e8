export { at } from "../money/index.ts";

/** The value of a key, made and kept where there is none. */
export function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Values by key in code unit order: the same on every machine, however the map was filled. */
export function sortedValues<V>(map: ReadonlyMap<string, V>): V[] {
  if (map.size === 1) return [...map.values()];
  const keys = [...map.keys()].sort();
  return keys.flatMap((key) => map.get(key) ?? []);
}
