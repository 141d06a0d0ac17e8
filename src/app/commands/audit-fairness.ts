import type { CommandDefinition } from "../cli/command.ts";
import { languageOption, textOption } from "../cli/command.ts";

export const auditFairnessCommand: CommandDefinition = {
  name: "audit fairness",
  summary: "whether like claims were treated alike, by group, engine and reviewer",
  details:
    "Outcome rates by region, tier, channel and amount with their intervals; every\n" +
    "stored decision made again, and like cases compared; what reviewers found where\n" +
    "the same was claimed. It writes nothing and names nobody. Exit code 4: the\n" +
    "engine has answered like cases differently, which must never be.",
  options: [
    { flags: "--merchant <slug>", text: "whose claims; not needed where there is one merchant" },
    { flags: "--from <time>", text: "claims received from then on, such as 2026-01-01T00:00:00Z" },
    { flags: "--to <time>", text: "claims received before then" },
    {
      flags: "--language <language>",
      text: "of the report, en when left out",
      choices: ["zh-CN", "zh-TW", "en"],
    },
  ],
  examples: ["makegood audit fairness --merchant demo"],
  async run(call) {
    const { auditFairness } = await import("../policy/backtest-fairness.ts");
    return auditFairness(call.terminal, {
      merchant: textOption(call, "merchant"),
      from: textOption(call, "from"),
      to: textOption(call, "to"),
      language: languageOption(call),
    });
  },
};
