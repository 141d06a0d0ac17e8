import type { CommandDefinition } from "../cli/command.ts";
import { languageOption, listOption, policyOptions, textOption } from "../cli/command.ts";

export const policyBacktestCommand: CommandDefinition = {
  name: "policy backtest",
  summary: "what stored claims would have brought under a draft",
  details:
    "Decides every stored claim again, with the draft in the place of its\n" +
    "predecessor (the policy of the same id) or beside the others, and settles each\n" +
    "order again: amounts, who is affected, the largest changes. It writes nothing.\n" +
    "A claim that the draft decides by facts which were never established is counted\n" +
    "with its lowest and its highest possible amount. Ctrl-C ends it at once.",
  arguments: [["<file>", "the draft (YAML)"]],
  options: [
    { flags: "--merchant <slug>", text: "whose claims; not needed where there is one merchant" },
    { flags: "--from <time>", text: "claims received from then on, such as 2026-01-01T00:00:00Z" },
    { flags: "--to <time>", text: "claims received before then" },
    {
      flags: "--replaces <policy>",
      text: "another policy whose place the draft takes; may be repeated",
      several: true,
    },
    { flags: "--seed <number>", text: "of the drawn percentiles, 1 when left out" },
    ...policyOptions,
  ],
  examples: ["makegood policy backtest policies/order-refund.policy.yaml --merchant demo"],
  async run(call) {
    const { backtestFile } = await import("../policy/backtest.ts");
    await backtestFile(call.terminal, {
      file: call.args[0] ?? "",
      merchant: textOption(call, "merchant"),
      from: textOption(call, "from"),
      to: textOption(call, "to"),
      replaces: listOption(call, "replaces"),
      seed: textOption(call, "seed"),
      catalogue: textOption(call, "catalogue"),
      language: languageOption(call),
    });
  },
};
