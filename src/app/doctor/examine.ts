import { readSettings, version } from "../../platform/index.ts";
import type { Settings } from "../../platform/index.ts";
import type { Terminal } from "../cli/terminal.ts";
import { databaseFindings } from "./database.ts";
import { checked } from "./finding.ts";
import type { Finding } from "./finding.ts";
import { diskFindings, gatewayFindings, pageFindings, portFindings } from "./machine.ts";
import { shownSettings } from "./settings.ts";
import type { ShownSetting } from "./settings.ts";

/** `makegood doctor`: exit code 1 where something is wrong. */
export async function examine(terminal: Terminal): Promise<number> {
  const settings = readSettings();
  const shown = shownSettings(settings, process.env);
  const findings = await allFindings(settings);
  const isWell = findings.every(({ status }) => status !== "wrong");
  const versions = { makegood: version, node: process.versions.node };
  terminal.answer(
    { isWell, versions, settings: shown, findings },
    linesOf(shown, findings, versions),
  );
  return isWell ? 0 : 1;
}

async function allFindings(settings: Settings): Promise<Finding[]> {
  const groups = await Promise.all([
    checked("disk", () => diskFindings(settings)),
    checked("database", () => databaseFindings(settings)),
    checked("server", () => portFindings(settings)),
    checked("gateway", () => gatewayFindings(settings)),
    checked("pages", () => pageFindings()),
  ]);
  return groups.flat();
}

const marks = { ok: "✓", note: "·", wrong: "✗" } as const;

function linesOf(
  settings: readonly ShownSetting[],
  findings: readonly Finding[],
  versions: { readonly makegood: string; readonly node: string },
): string[] {
  const width = Math.max(...settings.map(({ name }) => name.length));
  const broken = findings.filter(({ status }) => status === "wrong").length;
  return [
    `Makegood ${versions.makegood} on Node ${versions.node}`,
    "",
    ...settings.map(
      ({ name, value, from }) =>
        `  ${name.padEnd(width)}  ${value}${from === "environment" ? "  (environment)" : ""}`,
    ),
    "",
    ...findings.map(({ about, status, sentence }) => `  ${marks[status]} ${about}: ${sentence}`),
    "",
    broken === 0 ? "nothing is wrong" : `${broken} wrong: see ${marks.wrong} above`,
  ];
}
