import type { IForbiddenRuleType } from "dependency-cruiser";
import { cruise } from "dependency-cruiser";
import { coreRooms, policyFolders, rooms, webApplications, webRooms } from "./rooms.ts";

const pure = "^src/core/|^src/[^/]+/rules/";
const test = "\\.(test|proof)\\.tsx?$|/testing(\\.ts$|/)";
const npm = ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"];
const web = webRooms.join("|");
const applications = webApplications.join("|");

/** Every way that an import can break the order of the house, each with its own name. */
export const law: readonly IForbiddenRuleType[] = [
  { name: "no-cycles", from: {}, to: { circular: true } },
  ...inOrder(rooms, "src/"),
  ...inOrder(coreRooms, "src/core/"),
  // What a text was compiled to is seen by what it decides: its tests look ahead.
  ...inOrder(policyFolders, "src/core/policy/", test),
  {
    name: "rooms-meet-at-the-door",
    from: { path: "^src/([^/]+)/", pathNot: test },
    to: { path: "^src/", pathNot: ["^src/$1/", "^src/[^/]+/index\\.ts$"] },
  },
  {
    // A room may keep a second door for tests, so that no test needs a way round the first.
    name: "tests-meet-at-the-door-or-the-testing-door",
    from: { path: "^src/([^/]+)/.*(" + test + ")" },
    to: {
      path: "^src/",
      pathNot: ["^src/$1/", "^src/[^/]+/index\\.ts$", "^src/[^/]+/testing(\\.ts$|/)"],
    },
  },
  {
    name: "core-rooms-meet-at-the-door",
    from: { path: "^src/core/([^/]+)/", pathNot: test },
    to: { path: "^src/core/", pathNot: ["^src/core/$1/", "^src/core/[^/]+/index\\.ts$"] },
  },
  {
    name: "pure-touches-nothing",
    from: { path: pure, pathNot: test },
    to: { dependencyTypes: ["core", "unknown", ...npm] },
  },
  {
    name: "rules-import-only-rules-and-core",
    from: { path: "^src/[^/]+/rules/", pathNot: test },
    to: { path: "^src/", pathNot: ["^src/[^/]+/rules/", "^src/core/"] },
  },
  {
    name: "one-room-owns-postgres",
    from: { path: "^src/", pathNot: ["^src/platform/", test] },
    to: { path: "node_modules/(@types/)?pg/" },
  },
  {
    name: "the-product-runs-without-tools",
    from: { path: "^src/", pathNot: test },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  },
  {
    name: "the-product-knows-no-tests",
    from: { path: `^(src|${web})/`, pathNot: [test, "\\.config\\.ts$"] },
    to: { path: `^(test|sim|bench|house)/|${test}` },
  },
  {
    // A simulator is the outside world: it may share the wire's shapes, never the server's parts.
    name: "simulators-stand-outside",
    from: { path: "^simulators/", pathNot: test },
    to: { path: "^src/", pathNot: "^src/(core|contract)/index\\.ts$" },
  },
  {
    name: "only-app-starts-simulators",
    from: { path: "^src/", pathNot: ["^src/app/", test] },
    to: { path: "^simulators/" },
  },
  {
    name: "web-imports-only-contract-and-core",
    from: { path: `^(${web})/` },
    to: {
      path: "^src/",
      pathNot: ["^src/(core|contract)/index\\.ts$", "^src/(core|contract)/[^/]+/index\\.ts$"],
    },
  },
  {
    name: "web-applications-know-each-other-not",
    from: { path: `^(${applications})/` },
    to: { path: `^(${applications})/`, pathNot: "^$1/" },
  },
  {
    name: "web-knows-no-application",
    from: { path: "^web/" },
    to: { path: `^(${applications})/` },
  },
  {
    // Its second door is for tests, as that of a room is.
    name: "web-has-one-door",
    from: { path: `^(${applications})/` },
    to: { path: "^web/", pathNot: "^web/src/(index|testing)\\.ts$" },
  },
  {
    // What both share must run under either library, so it asks for none.
    name: "web-needs-no-package",
    from: { path: "^web/", pathNot: [test] },
    to: { dependencyTypes: ["core", "unknown", ...npm] },
  },
  { name: "server-knows-no-web", from: { path: "^src/" }, to: { path: `^(${web})/` } },
  { name: "everything-resolves", from: {}, to: { couldNotResolve: true } },
].map((rule) => ({ severity: "error", ...rule }) as IForbiddenRuleType);

function inOrder(list: readonly string[], under: string, exempt?: string) {
  return list.slice(0, -1).map((room, position) => ({
    name: `${room}-knows-nothing-after-it`,
    from: { path: `^${under}${room}/`, ...(exempt === undefined ? {} : { pathNot: exempt }) },
    to: { path: `^${under}(${list.slice(position + 1).join("|")})/` },
  }));
}

export interface Breach {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** Reads every import under `baseDir`, types included, and returns what breaks the law. */
export async function breaches(baseDir: string, folders: readonly string[]): Promise<Breach[]> {
  const { output } = await cruise([...folders], {
    baseDir,
    ruleSet: { forbidden: [...law] },
    validate: true,
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  });
  if (typeof output === "string") throw new Error(`dependency-cruiser answered text: ${output}`);
  return output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}
