import type { RuleDocument } from "../../core/index.ts";
import { CommandError } from "../cli/failure.ts";

type Params = Readonly<Record<string, string>>;

/**
 * Values of parameters for two documents: `name=value` for whichever has the parameter,
 * `before:name=value` or `after:name=value` for one of them.
 */
export function givenParams(
  texts: readonly string[],
  before: RuleDocument,
  after: RuleDocument,
): { readonly before: Params; readonly after: Params } {
  const given: { before: Record<string, string>; after: Record<string, string> } = {
    before: {},
    after: {},
  };
  for (const text of texts) {
    const [, side, name = "", value = ""] = /^(?:(before|after):)?([^=]+)=(.+)$/.exec(text) ?? [];
    if (name === "") throw new CommandError(`\`${text}\` sets no parameter: write name=value`);
    if (side === "before" || side === "after") given[side][name] = value;
    else {
      const has = (document: RuleDocument) =>
        document.kind === "policy" && document.parameters.some((each) => each.name === name);
      if (!has(before) && !has(after)) {
        throw new CommandError(`neither document has a parameter \`${name}\``);
      }
      if (has(before)) given.before[name] = value;
      if (has(after)) given.after[name] = value;
    }
  }
  return given;
}
