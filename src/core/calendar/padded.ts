/** A number of at least so many digits, as in a date or a time. */
export function padded(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
