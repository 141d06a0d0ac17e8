import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { coreRooms, policyFolders, rooms } from "./rooms.ts";

const root = join(import.meta.dirname, "..");

function foldersIn(path: string): string[] {
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** Rows of ARCHITECTURE's first table, in its order: "| `room/` | … |". */
function documentedRooms(): { name: string; toCome: boolean }[] {
  const text = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
  const [table = ""] = /^\| room \|[^]*?^$/m.exec(text) ?? [];
  const rows = table.matchAll(/^\| `(\w+)\/`(.*)$/gm);
  return [...rows].map(([, name, rest]) => ({
    name: name ?? "",
    toCome: rest?.includes("to come") ?? false,
  }));
}

describe("the rooms", () => {
  it("of ARCHITECTURE are the list of the law, in its order", () => {
    expect(documentedRooms().map((room) => room.name)).toEqual(rooms);
  });

  it("are the folders under src", () => {
    const standing = foldersIn("src");
    expect(standing.filter((folder) => !(rooms as readonly string[]).includes(folder))).toEqual([]);
    const missing = rooms.filter((room) => !standing.includes(room));
    const promised = documentedRooms().flatMap((room) => (room.toCome ? [room.name] : []));
    expect(promised, "rooms that ARCHITECTURE.md marks as to come").toEqual(missing);
  });

  it("of core are the folders under src/core", () => {
    expect(new Set(foldersIn("src/core"))).toEqual(new Set(coreRooms));
  });

  it("of policies are the folders under src/core/policy, beside what its tests share", () => {
    expect(new Set(foldersIn("src/core/policy"))).toEqual(new Set([...policyFolders, "testing"]));
  });

  it("each have a door", () => {
    const standing = [...foldersIn("src"), ...foldersIn("src/core").map((name) => `core/${name}`)];
    // app is the composition: nothing imports it, so it has an entrance and no door.
    const closed = standing.filter(
      (room) => room !== "app" && !existsSync(join(root, "src", room, "index.ts")),
    );
    expect(closed).toEqual([]);
  });
});
