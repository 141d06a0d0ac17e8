/**
 * One spelling for the same phone number or address, so that a look-up finds what was typed with
 * blanks or a country code of China in front.
 */
export function plainContact(contact: string): string {
  const trimmed = contact.trim().toLowerCase();
  if (trimmed.includes("@")) return trimmed;
  const digits = trimmed.replace(/[^\d+]/g, "").replace(/^00/, "+");
  return digits.replace(/^\+86(?=1\d{10}$)/, "");
}

/** What the index of an order's contact is made of; a line feed is in neither part. */
export function orderContact(orderNumber: string, contact: string): string {
  return `${orderNumber.trim()}\n${plainContact(contact)}`;
}
