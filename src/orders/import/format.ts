import type { Refusal, WireCreateOrder, WireOrderEvent } from "../../contract/index.ts";
import type { Instant, Zone } from "../../core/index.ts";

/** One thing that is wrong, with the line on which the row begins. */
export interface ImportProblem {
  readonly line: number;
  readonly refusal: Refusal;
}

export type Values = Readonly<Record<string, string>>;

/** A row of a file, its fields by column; `ordinal` counts all rows of its order from 1. */
export interface SourceRow {
  readonly line: number;
  readonly ordinal: number;
  readonly values: Values;
}

/** What became of a row: which classes the report counts it under, and whether it is imported. */
interface ReadRow {
  readonly classes: readonly string[];
  readonly imported: boolean;
}

/** An order put together from its rows. */
export interface ImportedOrder {
  readonly line: number;
  readonly input: WireCreateOrder;
  /** What has happened to it since, as it would be recorded, in turn. */
  readonly events: readonly WireOrderEvent[];
}

export interface ImportOptions {
  /** The account that the file's money came through, where the file does not say. */
  readonly gatewayAccount: string | null;
  /** On whose clocks times without an offset are, where the order names no zone. */
  readonly zone: Zone;
  readonly now: Instant;
}

export interface ImportFormat {
  readonly name: string;
  readonly columns: readonly string[];
  readonly required: readonly string[];
  /** The column that names the order. */
  readonly orderColumn: string;
  /** Whether the rows of one order may stand apart; else they must follow each other. */
  readonly apart: boolean;
  row(row: SourceRow): ReadRow | readonly Refusal[];
  /** `rows` are the imported rows of one order, in the file's order. */
  order(rows: readonly SourceRow[], options: ImportOptions): ImportedOrder | ImportProblem[];
}
