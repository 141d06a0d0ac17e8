import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { importFormats } from "../../orders/index.ts";
import { commands } from "../commands.ts";
import type { Call } from "./command.ts";
import { createProgram } from "./program.ts";

/** The words of a call as a shell would split them; settings before it are left out. */
function wordsOf(example: string): string[] {
  const words = example.split(/\s+/);
  const at = words.indexOf("makegood");
  expect(at).toBeGreaterThanOrEqual(0);
  return words.slice(at + 1);
}

async function parse(words: readonly string[]): Promise<{ name: string; call: Call }> {
  const ran: { name: string; call: Call }[] = [];
  const program = createProgram("1.2.3", async ({ name }, call) => void ran.push({ name, call }));
  program.configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
  for (const command of program.commands.flatMap((each) => [each, ...each.commands])) {
    command.configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
  }
  await program.parseAsync([...words], { from: "user" });
  if (ran[0] === undefined) throw new Error("no command ran");
  return ran[0];
}

const examples = commands.flatMap(({ name, examples }) =>
  examples.map((example) => [example, name]),
);

describe("the command line", () => {
  test.each(examples)("reads its own example: %s", async (example = "", name = "") => {
    expect((await parse(wordsOf(example))).name).toBe(name);
  });

  test("gives every command --json, and a help with its examples", () => {
    const program = createProgram("1.2.3", async () => undefined);
    for (const definition of commands) {
      const command = definition.name
        .split(" ")
        .reduce<Command | undefined>(
          (parent, word) => parent?.commands.find((each) => each.name() === word),
          program,
        );
      let help = "";
      command?.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
      expect(help).toContain("--json");
      expect(help).toContain(definition.summary);
      for (const example of definition.examples) expect(help).toContain(`$ ${example}`);
    }
  });

  test("hands options over as they were given", async () => {
    const { call } = await parse(
      "quote --order o.json --claim a.json --claim b.json --policy p.yaml --json".split(" "),
    );
    expect(call.options).toMatchObject({
      order: "o.json",
      claim: ["a.json", "b.json"],
      policy: ["p.yaml"],
      json: true,
    });
    expect(call.terminal.json).toBe(true);
  });

  test.each([
    ["an unknown command", ["nonsense"]],
    ["an unknown option", ["doctor", "--nonsense"]],
    ["a missing option", ["import", "file.csv"]],
    ["a value that is no choice", ["import", "file.csv", "--format", "xml"]],
    ["a missing file", ["backup"]],
    ["an unknown command of a group", ["policy", "nonsense"]],
  ])("refuses %s", async (_, words) => {
    await expect(parse(words)).rejects.toThrow(/error:/);
  });

  test("prints the help of a group that is called without its command", async () => {
    await expect(parse(["policy"])).rejects.toThrow("(outputHelp)");
  });

  test("offers the formats that there are", () => {
    const format = commands
      .find(({ name }) => name === "import")
      ?.options?.find(({ flags }) => flags.startsWith("--format"));
    expect(format?.choices).toEqual(importFormats.map(({ name }) => name));
  });
});
