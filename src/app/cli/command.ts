import type { Language } from "../../contract/index.ts";
import type { Terminal } from "./terminal.ts";

/** What a command was called with. */
export interface Call {
  readonly args: readonly string[];
  /** By the option's long name in camel case, as commander gives them. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly terminal: Terminal;
}

export interface CommandDefinition {
  readonly name: string;
  readonly summary: string;
  /** More than the summary says, in whole sentences. */
  readonly details?: string;
  /** Name as commander writes it (`<file>`, `[file]`), and what it is. */
  readonly arguments?: readonly (readonly [name: string, text: string])[];
  readonly options?: readonly OptionDefinition[];
  /** Calls as they are typed. A test runs or parses each of them. */
  readonly examples: readonly string[];
  /** Returns the exit code, 0 when nothing is returned. */
  run(call: Call): Promise<number | void>;
}

export interface OptionDefinition {
  /** As commander writes it: `--file <file>`. */
  readonly flags: string;
  readonly text: string;
  readonly choices?: readonly string[];
  readonly required?: boolean;
  /** May be given several times. */
  readonly several?: boolean;
}

/** Of a command that reads policies: the words, and the language of its sentences. */
export const policyOptions: readonly OptionDefinition[] = [
  { flags: "--catalogue <file>", text: "the words of the policies; the product's own" },
  {
    flags: "--language <language>",
    text: "of the sentences, en when left out",
    choices: ["zh-CN", "zh-TW", "en"],
  },
];

export const languageOption = (call: Pick<Call, "options">): Language =>
  (textOption(call, "language") ?? "en") as Language;

/** The value of an option that takes text, or null where it was not given. */
export function textOption({ options }: Pick<Call, "options">, name: string): string | null {
  const value = options[name];
  return typeof value === "string" ? value : null;
}

export const flagOption = ({ options }: Pick<Call, "options">, name: string): boolean =>
  options[name] === true;

export function listOption({ options }: Pick<Call, "options">, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? (value as string[]) : [];
}
