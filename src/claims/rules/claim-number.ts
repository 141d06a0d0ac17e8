/**
 * What people read out on the phone: the last 40 bits of the claim's id, which are random, in
 * Crockford's base 32 (no I, L, O, U). Unique per merchant by constraint.
 */
export function claimNumber(claimId: string): string {
  // A claim that is only quoted has no id of that kind, and is called as its caller calls it.
  if (!/^[0-9a-f-]{36}$/.test(claimId)) return claimId;
  const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  let bits = BigInt(`0x${claimId.replaceAll("-", "").slice(-10)}`);
  let text = "";
  for (let place = 0; place < 8; place += 1) {
    text = digits.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return `C-${text.slice(0, 4)}-${text.slice(4)}`;
}
