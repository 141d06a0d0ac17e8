import type { CommandDefinition } from "../cli/command.ts";
import { languageOption, listOption, policyOptions, textOption } from "../cli/command.ts";

export const policyRenderCommand: CommandDefinition = {
  name: "policy render",
  summary: "write the terms of a policy or floor, as they are executed",
  details:
    "Needs no database. The terms are made from the clauses that decide, with worked\n" +
    "examples decided by the evaluator. A text that can be read in two ways, or that\n" +
    "cannot be read back as its clause, is told; exit code 1, and nothing is written.\n" +
    "Parameters that are not given are told with their default and their range.",
  arguments: [["<file>", "a policy or floor (YAML)"]],
  options: [
    ...policyOptions,
    {
      flags: "--format <format>",
      text: "md when left out",
      choices: [
        ...["md", "html", "json-ld", "questions", "pdf", "poster-pdf", "poster-a3", "poster-png"],
        ...["qr-svg", "qr-png", "loop", "animation"],
      ],
    },
    { flags: "--out <file>", text: "write there instead of to the terminal" },
    { flags: "--param <name=value>", text: "an order's parameter; may be repeated", several: true },
    { flags: "--amount <amount>", text: "of the worked examples, 999.99 when left out" },
    { flags: "--currency <currency>", text: "of the worked examples, CNY when left out" },
    { flags: "--address <address>", text: "where the terms are published" },
    { flags: "--floor <file>", text: "a floor (YAML); may be repeated", several: true },
  ],
  examples: [
    "makegood policy render policies/package-cancel.policy.yaml --language zh-CN",
    "makegood policy render policies/package-cancel.policy.yaml --param notice=30d " +
      "--format questions",
    "makegood policy render policies/order-refund.policy.yaml --format json-ld",
  ],
  async run(call) {
    const { renderFile } = await import("../policy/render.ts");
    return renderFile(call.terminal, {
      file: call.args[0] ?? "",
      catalogue: textOption(call, "catalogue"),
      language: languageOption(call),
      format: textOption(call, "format") ?? "md",
      out: textOption(call, "out"),
      params: listOption(call, "param"),
      amount: textOption(call, "amount") ?? "999.99",
      currency: textOption(call, "currency") ?? "CNY",
      address: textOption(call, "address"),
      floors: listOption(call, "floor"),
    });
  },
};
