import type { TSchema } from "typebox";
import { Value } from "typebox/value";

/** The same, once it has been held against what the contract says of it. */
export function documented<T>(schema: TSchema, data: T): T {
  const [fault] = Value.Errors(schema, JSON.parse(JSON.stringify(data)));
  if (fault !== undefined) throw new Error(`${fault.instancePath} ${fault.message}`);
  return data;
}
