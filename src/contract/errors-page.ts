import { errors } from "./errors.ts";
import type { ErrorCode } from "./errors.ts";
import { languages } from "./language.ts";

/** docs/errors.md: the table of refusals as a page for people. */
export function errorsPage(): string {
  const codes = (Object.keys(errors) as ErrorCode[]).sort();
  return [
    "# Errors",
    "",
    "Every refusal travels as RFC 9457 problem details. `code` is stable; `detail` is one of",
    "the sentences below in the caller's language, with the braces filled in; `field` names the",
    "part of the request that it is about. This page is printed from `src/contract/errors.ts`.",
    "",
    ...codes.flatMap(section),
  ].join("\n");
}

function section(code: ErrorCode): string[] {
  const { status, title, sentence } = errors[code];
  return [
    `## ${code}`,
    "",
    `${status}, ${title}.`,
    "",
    ...languages.map((language) => `- ${language}: ${sentence[language]}`),
    "",
  ];
}
