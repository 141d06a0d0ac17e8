import type { CommandDefinition } from "../cli/command.ts";
import { languageOption, listOption, policyOptions, textOption } from "../cli/command.ts";

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
    ...policyOptions,
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
      language: languageOption(call),
    });
  },
};
