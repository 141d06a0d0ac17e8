import type { CommandDefinition } from "../cli/command.ts";
import { languageOption, policyOptions, textOption } from "../cli/command.ts";

export const policyVectorsCommand: CommandDefinition = {
  name: "policy vectors",
  summary: "write cases with their answers, to test another implementation against",
  details:
    "Needs no database. Cases for every clause that ever decides and for both sides\n" +
    "of every constant, each also with its facts unknown, alleged or unproven; several\n" +
    "files bind one claim together. The format is described in\n" +
    "docs/evaluation-vectors.md.",
  arguments: [["<files...>", "policies or floors (YAML) that bind together"]],
  options: [
    { flags: "--out <file>", text: "where to write; standard output when left out" },
    ...policyOptions,
  ],
  examples: [
    "makegood policy vectors policies/package-cancel.policy.yaml --json",
    "makegood policy vectors policies/order-refund.policy.yaml " +
      "policies/cn-seven-day.floor.yaml --out vectors.json",
  ],
  async run(call) {
    const { writeVectors } = await import("../policy/vectors.ts");
    writeVectors(call.terminal, {
      files: call.args,
      out: textOption(call, "out"),
      catalogue: textOption(call, "catalogue"),
      language: languageOption(call),
    });
  },
};
