import { Command, Option } from "commander";
import { commands } from "../commands.ts";
import type { Call, CommandDefinition, OptionDefinition } from "./command.ts";
import { openTerminal } from "./terminal.ts";

/** Runs a command that was parsed; the outcome is its exit code. */
export type Runner = (definition: CommandDefinition, call: Call) => Promise<void>;

export function createProgram(version: string, runner: Runner): Command {
  const program = new Command("makegood");
  program
    .description("Publish marketing promises as verified documents, and keep them to the cent.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText("after", examplesText(["makegood start", "makegood quote --help"]));
  for (const definition of commands) addCommand(program, definition, runner);
  return program;
}

function addCommand(program: Command, definition: CommandDefinition, runner: Runner): void {
  const { name, summary, details, examples } = definition;
  const words = name.split(" ");
  const parent = words.length === 1 ? program : groupOf(program, words[0] ?? "");
  const command = parent
    .command(words.at(-1) ?? name)
    .summary(summary)
    .exitOverride();
  command.description(details === undefined ? summary : `${summary}\n\n${details}`);
  for (const [argument, text] of definition.arguments ?? []) command.argument(argument, text);
  for (const option of definition.options ?? []) command.addOption(optionOf(option));
  command
    .option("--json", "print the answer as one line of JSON", false)
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", examplesText(examples))
    .action(async () => {
      const options = command.opts();
      const terminal = openTerminal(options["json"] === true);
      await runner(definition, { args: command.args, options, terminal });
    });
}

/** `policy` of `policy check`: a command that only has commands of its own. */
function groupOf(program: Command, name: string): Command {
  const known = program.commands.find((each) => each.name() === name);
  if (known !== undefined) return known;
  return program
    .command(name)
    .summary(groups[name] ?? "")
    .description(groups[name] ?? "")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .exitOverride();
}

const groups: Readonly<Record<string, string>> = {
  audit: "look over what was decided",
  policy: "check, prove and publish policies",
};

function optionOf({ flags, text, choices, required, several }: OptionDefinition): Option {
  const option = new Option(flags, text);
  if (choices !== undefined) option.choices([...choices]);
  if (required === true) option.makeOptionMandatory();
  if (several === true) {
    option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
  }
  return option;
}

const examplesText = (examples: readonly string[]): string =>
  ["", examples.length === 1 ? "Example:" : "Examples:"]
    .concat(examples.map((example) => `  $ ${example}`))
    .join("\n");
