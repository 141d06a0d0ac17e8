import type { Language } from "../../contract/index.ts";
import type { CommandDefinition } from "../cli/command.ts";
import { listOption, textOption } from "../cli/command.ts";

export const policyVerifyCommand: CommandDefinition = {
  name: "policy verify",
  summary: "prove what publication asks of a policy, over all its cases and parameters",
  details:
    "Needs no database. Proves exactly one answer per head in every case, within\n" +
    "the base, what the policy promises about itself, and never below its floors.\n" +
    "What fails is told with one concrete case, the clauses that clash and what to\n" +
    "do; exit code 1. Floors are looked for in --floor, then beside the policy, then\n" +
    "among those that are shipped.",
  arguments: [["<files...>", "policies or floors (YAML)"]],
  options: [
    { flags: "--floor <file>", text: "a floor (YAML); may be repeated", several: true },
    { flags: "--catalogue <file>", text: "the words of the policies; the product's own" },
    {
      flags: "--language <language>",
      text: "of the sentences, en when left out",
      choices: ["zh-CN", "zh-TW", "en"],
    },
  ],
  examples: [
    "makegood policy verify policies/package-cancel-consumer.policy.yaml",
    "makegood policy verify policies/order-refund.policy.yaml " +
      "--floor policies/cn-seven-day.floor.yaml --json",
  ],
  async run(call) {
    const { verifyFiles } = await import("../policy/verify.ts");
    return verifyFiles(call.terminal, {
      files: call.args,
      floors: listOption(call, "floor"),
      catalogue: textOption(call, "catalogue"),
      language: (textOption(call, "language") ?? "en") as Language,
    });
  },
};
