/** The element at an index that is known to be there; another index is a bug. */
export function at<T>(values: readonly T[], index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`nothing at \`${index}\` of ${values.length}`);
  return value;
}
