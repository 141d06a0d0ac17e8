import type { Call, CommandDefinition, OptionDefinition } from "../cli/command.ts";
import { languageOption, policyOptions, textOption } from "../cli/command.ts";

const personOptions: readonly OptionDefinition[] = [
  {
    flags: "--as <name>",
    text: "the sign-in name of who acts; the password is read from MAKEGOOD_PASSWORD",
    required: true,
  },
  { flags: "--merchant <slug>", text: "whose policy it is; needed where there are several" },
];

const personOf = (call: Call) => ({
  merchant: textOption(call, "merchant"),
  signInName: textOption(call, "as") ?? "",
  password: process.env["MAKEGOOD_PASSWORD"] ?? null,
});

export const policyPublishCommand: CommandDefinition = {
  name: "policy publish",
  summary: "take a policy from its file to publication, as far as one person can",
  details:
    "Works on the database of the settings. Keeps the text as a draft, proves it against every\n" +
    "floor that binds it, asks for a second person, and publishes what was approved. Run it\n" +
    "again to go on. Exit code 1 where the text has a fault or is not proven.",
  arguments: [["<file>", "the policy or floor (YAML)"]],
  options: [...personOptions, ...policyOptions],
  examples: [
    "makegood policy publish policies/red-packet.policy.yaml --as li.wei",
    "makegood policy publish policies/red-packet.policy.yaml --as li.wei --merchant demo --json",
  ],
  async run(call) {
    const { publishFile } = await import("../policy/publish.ts");
    return publishFile(call.terminal, {
      ...personOf(call),
      file: call.args[0] ?? "",
      catalogue: textOption(call, "catalogue"),
      language: languageOption(call),
    });
  },
};

export const policyApproveCommand: CommandDefinition = {
  name: "policy approve",
  summary: "sign a proven policy as the second person",
  details:
    "Works on the database of the settings. Whoever wrote the text or had it proven is not the\n" +
    "second person; a merchant of one person approves when its wait of 24 hours is over.",
  arguments: [["<version>", "the version, such as package-cancel@3"]],
  options: [...personOptions, ...policyOptions.slice(1)],
  examples: ["makegood policy approve package-cancel@3 --as wang.min"],
  async run(call) {
    const { approveVersion } = await import("../policy/publish.ts");
    return approveVersion(call.terminal, {
      ...personOf(call),
      version: call.args[0] ?? "",
      language: languageOption(call),
    });
  },
};
