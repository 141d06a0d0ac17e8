import type { CommandDefinition } from "../cli/command.ts";
import { languageOption, listOption, policyOptions, textOption } from "../cli/command.ts";

export const policyDiffCommand: CommandDefinition = {
  name: "policy diff",
  summary: "list every region of cases in which customers gain or lose between two documents",
  details:
    "Needs no database. Compares two versions of a policy, or a policy with a\n" +
    "competitor's terms entered as one, over all cases and all values of the\n" +
    "parameters; heads are the same where their direction and base are. Each region\n" +
    "is told with its conditions, both answers, the money and a case. What changes\n" +
    "without changing an answer is listed apart. With --with, also what is left of\n" +
    "it where other policies and floors bind as well, and what customers can combine.\n" +
    "Exit code 0 when nobody loses, 1 when somebody does: gets less, gets no answer\n" +
    "where there was one, or is no longer bound.",
  arguments: [
    ["<before>", "policy or floor (YAML)"],
    ["<after>", "policy or floor (YAML)"],
  ],
  options: [
    {
      flags: "--with <file>",
      text: "a policy or floor that binds the same claims; may be repeated",
      several: true,
    },
    { flags: "--amount <amount>", text: "the base of the examples, 100.00 when left out" },
    { flags: "--currency <code>", text: "of the examples, CNY when left out" },
    {
      flags: "--param <name=value>",
      text: "a parameter at one value; before:name=value for one side; may be repeated",
      several: true,
    },
    ...policyOptions,
  ],
  examples: [
    "makegood policy diff policies/package-cancel.policy.yaml " +
      "examples/policies/package-cancel-milder.policy.yaml --param notice=15d",
    "makegood policy diff policies/cn-prepaid-2025.floor.yaml " +
      "policies/package-cancel-consumer.policy.yaml --amount 999.99 --language zh-CN",
  ],
  async run(call) {
    const { diffFiles } = await import("../policy/diff.ts");
    const [before = "", after = ""] = call.args;
    return diffFiles(call.terminal, {
      before,
      after,
      together: listOption(call, "with"),
      amount: textOption(call, "amount"),
      currency: textOption(call, "currency"),
      params: listOption(call, "param"),
      catalogue: textOption(call, "catalogue"),
      language: languageOption(call),
    });
  },
};
