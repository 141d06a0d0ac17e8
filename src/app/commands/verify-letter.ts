import type { CommandDefinition } from "../cli/command.ts";
import { languageOption, policyOptions, textOption } from "../cli/command.ts";

export const verifyLetterCommand: CommandDefinition = {
  name: "verify-letter",
  summary: "check a decision letter: its signature, its texts, its decision and every sum",
  details:
    "Needs no database and no connection. Reads the letter as HTML, PDF or JSON,\n" +
    "checks the signature and the texts of the rules, decides again, computes each\n" +
    "amount again, and compares the page with what is signed. Without --key or\n" +
    "--keys the key is the one in the letter, and its fingerprint is told so that\n" +
    "it can be compared. Exit code 1 where anything is wrong.",
  arguments: [["<file>", "the letter"]],
  options: [
    { flags: "--key <file>", text: "the merchant's public key (PEM)" },
    {
      flags: "--keys <file>",
      text: "the merchant's keys, as /.well-known/makegood-keys gives them",
    },
    ...policyOptions.filter(({ flags }) => flags.startsWith("--language")),
  ],
  examples: [
    "makegood verify-letter letter.html --keys keys.json",
    "makegood verify-letter letter.pdf --language zh-CN --json",
  ],
  async run(call) {
    const { verifyLetter } = await import("../letter/verify.ts");
    return verifyLetter(call.terminal, {
      file: call.args[0] ?? "",
      key: textOption(call, "key"),
      keys: textOption(call, "keys"),
      language: languageOption(call),
    });
  },
};
