import type { CommandDefinition } from "../cli/command.ts";
import { languageOption, listOption, policyOptions, textOption } from "../cli/command.ts";

export const policyFeeCommand: CommandDefinition = {
  name: "policy fee",
  summary: "what a cancellation leaves at each point in time, against the service rendered",
  details:
    "Cancels an order at each point in time, by the policies named, and sets what\n" +
    "the merchant keeps against the price and the cost of the service rendered by\n" +
    "then: by the order's own use and what is planned. Says from when to when a\n" +
    "customer would pay for more than was rendered, or the merchant would lose.",
  arguments: [["<files...>", "policies and floors that bind (YAML)"]],
  options: [
    { flags: "--order <file>", text: "the order with its terms and events (JSON)" },
    { flags: "--order-number <number>", text: "a stored order in its place" },
    { flags: "--merchant <slug>", text: "whose stored order; not needed where there is one" },
    { flags: "--service <file>", text: "planned use and what a unit costs (JSON)" },
    {
      flags: "--fact <name=value>",
      text: "what people would establish; may be repeated",
      several: true,
    },
    { flags: "--notice <days>", text: "the customer gives notice; without it ends at once" },
    { flags: "--to <time>", text: "the last point in time; 180 days after payment" },
    ...policyOptions,
  ],
  examples: [
    "makegood policy fee policies/package-cancel.policy.yaml " +
      "--order examples/quote/package-order.json --service examples/fee/package-service.json",
  ],
  async run(call) {
    const { feeOfFiles } = await import("../policy/backtest-fee.ts");
    await feeOfFiles(call.terminal, {
      policies: call.args,
      order: textOption(call, "order"),
      orderNumber: textOption(call, "orderNumber"),
      merchant: textOption(call, "merchant"),
      service: textOption(call, "service"),
      facts: listOption(call, "fact"),
      noticeDays: textOption(call, "notice"),
      to: textOption(call, "to"),
      catalogue: textOption(call, "catalogue"),
      language: languageOption(call),
    });
  },
};
