import type { CommandDefinition } from "../cli/command.ts";
import { languageOption, listOption, policyOptions, textOption } from "../cli/command.ts";

export const quoteCommand: CommandDefinition = {
  name: "quote",
  summary: "what claims on an order would bring, from files alone and without a database",
  details:
    "Decides as the running system does. The order is what POST /v1/orders takes, with tenders,\n" +
    "and may have `events`; a claim is what POST /v1/claims takes, without order ids, and may\n" +
    "say `final: true` where the time to supplement has lapsed. Several claims are decided one\n" +
    "after the other. Parameters of a policy stand in the order's `policies`. A file may hold\n" +
    "many orders, with `claims` of their own; each is answered for itself.",
  options: [
    {
      flags: "--order <file>",
      text: "an order as sold, or several (JSON, or one a line); - is standard input",
      required: true,
    },
    { flags: "--claim <file>", text: "a claim (JSON); may be repeated", several: true },
    { flags: "--policy <file>", text: "a policy or floor (YAML); may be repeated", several: true },
    { flags: "--now <time>", text: "the time at which it is asked; the machine's if left out" },
    ...policyOptions,
  ],
  examples: [
    "makegood quote --order examples/quote/package-order.json " +
      "--claim examples/quote/package-claim.json --policy policies/package-cancel.policy.yaml",
    "makegood quote --order examples/quote/goods-order.json " +
      "--claim examples/quote/goods-claim.json --policy policies/order-refund.policy.yaml " +
      "--policy policies/cn-seven-day.floor.yaml --json",
  ],
  async run(call) {
    const { quote } = await import("../quote/quote.ts");
    return quote(call.terminal, {
      order: textOption(call, "order") ?? "",
      claims: listOption(call, "claim"),
      policies: listOption(call, "policy"),
      catalogue: textOption(call, "catalogue"),
      language: languageOption(call),
      now: textOption(call, "now"),
    });
  },
};
