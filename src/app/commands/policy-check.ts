import type { CommandDefinition } from "../cli/command.ts";
import { languageOption, policyOptions, textOption } from "../cli/command.ts";

export const policyCheckCommand: CommandDefinition = {
  name: "policy check",
  summary: "read policies, floors and catalogues, and tell every fault with its place",
  details:
    "Needs no database. Each fault is told with its line, its column and what to\n" +
    "do. Exit code 1 where there is one. What a sound document decides is proven by\n" +
    "`makegood policy verify`.",
  arguments: [["<files...>", "policies, floors or catalogues (YAML)"]],
  options: policyOptions,
  examples: ["makegood policy check policies/package-cancel.policy.yaml"],
  async run(call) {
    const { checkFiles } = await import("../policy/check.ts");
    return checkFiles(call.terminal, {
      files: call.args,
      catalogue: textOption(call, "catalogue"),
      language: languageOption(call),
    });
  },
};
