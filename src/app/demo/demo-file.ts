import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "../../platform/index.ts";

/** How to get into the demo merchant. */
export interface DemoAccess {
  readonly merchantSlug: string;
  readonly signInName: string;
  /** A second person with the same password: what takes two can be tried. */
  readonly secondName: string;
  readonly password: string;
  readonly apiKey: string;
  /** An order for the portal, and what its customer is found by. */
  readonly orderNumber: string;
  readonly contact: string;
}

/** The demo as far as it got: it is written before each step, so that a killed one is resumed. */
export interface DemoFile extends DemoAccess {
  /** Null until the merchant, its staff and its key are there. */
  readonly merchantId: string | null;
  /** Milliseconds; every date of the demo is counted from here. */
  readonly seededAt: number;
  readonly isComplete: boolean;
}

const pathOf = (dataFolder: string): string => join(dataFolder, "demo.json");

export function readDemoFile(dataFolder: string): DemoFile | null {
  try {
    return JSON.parse(readFileSync(pathOf(dataFolder), "utf8")) as DemoFile;
  } catch {
    return null;
  }
}

export function writeDemoFile(dataFolder: string, file: DemoFile): void {
  const path = pathOf(dataFolder);
  makeFolder(dirname(path));
  writeFileSync(`${path}.part`, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

export const newDemoFile = (seededAt: number): DemoFile => ({
  merchantSlug: "demo",
  merchantId: null,
  signInName: "demo",
  secondName: "demo-second",
  password: newPassword(),
  apiKey: "",
  orderNumber: "DEMO-2003",
  contact: "customer-2003@example.com",
  seededAt,
  isComplete: false,
});

/** Easy to type, 96 bits of chance. */
const newPassword = (): string => (randomBytes(12).toString("hex").match(/.{6}/g) ?? []).join("-");
