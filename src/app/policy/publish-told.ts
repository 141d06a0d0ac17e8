import type { WirePolicyText } from "../../contract/index.ts";

/** Where a version stands and what comes next, for people. `file` is where its text was read. */
export function linesOf(version: WirePolicyText, file: string | null): string[] {
  const { policyId, version: number, status, approval, verification } = version;
  const reference = `${policyId}@${number}`;
  const place = file === null ? "" : `${file}: `;
  switch (status) {
    case "draft":
      return [
        ...(verification?.findings ?? []).map(
          ({ line, column, sentence }) => `${place}line ${line}, column ${column}: ${sentence}`,
        ),
        `${reference} is not proven; it stays a draft`,
      ];
    case "verified":
      return [`${reference} is proven`, ...waitLines(reference, approval.waitsUntil)];
    case "approved":
      return [`${reference} is approved; publish it with \`makegood policy publish FILE\``];
    case "published":
      return [`${reference} is published: new orders pin it`];
    case "superseded":
      return [`${reference} was published, and a newer version has taken its place`];
    default:
      return status satisfies never;
  }
}

function waitLines(reference: string, waitsUntil: string | null): string[] {
  if (waitsUntil === null) {
    return [`it waits for a second person: \`makegood policy approve ${reference} --as NAME\``];
  }
  return [`the merchant is one person: publish it again after ${waitsUntil}`];
}
