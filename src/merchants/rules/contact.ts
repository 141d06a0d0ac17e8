/** One line without spaces around it or twice in a row. */
export const tidy = (text: string): string => text.trim().replace(/\s+/gu, " ");

const phoneForm = /^\+?[0-9(][0-9 ()./-]*[0-9](?: ?(?:ext\.?|x|转|轉|#) ?[0-9]{1,6})?$/iu;

/**
 * A number as people write it: digits with spaces, hyphens, brackets, `+` before the country, and
 * an extension after `ext.` or 转. From three digits (a service number) to fifteen (ITU-T E.164),
 * and the extension.
 */
export function isPhone(text: string): boolean {
  const digits = text.replace(/(?:ext\.?|x|转|轉|#).*$/iu, "").replace(/[^0-9]/g, "").length;
  return phoneForm.test(text) && digits >= 3 && digits <= 15;
}

/** `local@domain` in the form that mail programs take (RFC 5321's lengths); names need no ASCII. */
export function isEmail(text: string): boolean {
  const [, local = "", domain = ""] = /^([^\s@<>()[\],;:"\\]+)@([^\s@]+)$/u.exec(text) ?? [];
  const labels = domain.split(".");
  const named = labels.every((label) =>
    /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u.test(label),
  );
  const dots = local.startsWith(".") || local.endsWith(".") || local.includes("..");
  const lengths = local.length <= 64 && text.length <= 254 && (labels.at(-1) ?? "").length >= 2;
  return local !== "" && labels.length >= 2 && named && !dots && lengths;
}
