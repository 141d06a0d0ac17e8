import type { DemoAccess } from "../demo/demo-file.ts";

export interface Started {
  /** Where it answers, such as `http://localhost:4600`. */
  readonly address: string;
  /** Null where the database has merchants of its own. */
  readonly demo: DemoAccess | null;
  readonly logFile: string;
  readonly database: string;
}

/** What to open and how to sign in. */
export function banner({ address, demo, logFile, database }: Started): string[] {
  const lines = [
    `Makegood runs on ${address}`,
    "",
    `  console   ${address}/console`,
    ...(demo === null
      ? []
      : [
          `            sign in as \`${demo.signInName}\` with \`${demo.password}\`;`,
          `            the second person is \`${demo.secondName}\`, with the same password`,
        ]),
    `  portal    ${address}/portal/${demo?.merchantSlug ?? ""}`,
    ...(demo === null
      ? []
      : [`            order \`${demo.orderNumber}\`, contact \`${demo.contact}\``]),
    `  API       ${address}/docs`,
    ...(demo === null ? [] : [`            API key \`${demo.apiKey}\``]),
    "",
    `  database  ${database}`,
    `  log       ${logFile}`,
    "",
    "Ctrl-C ends it and leaves nothing running.",
  ];
  return lines;
}
