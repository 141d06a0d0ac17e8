import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { firstAhead } from "../rules/instants.ts";
import type {
  ImportFormat,
  ImportOptions,
  ImportProblem,
  ImportedOrder,
  SourceRow,
} from "./format.ts";
import { Grouper } from "./group.ts";
import type { RowGroup } from "./group.ts";
import { readRows } from "./read-rows.ts";
import type { FileRow } from "./read-rows.ts";
import type { Tally } from "./report.ts";
import type { ImportSource } from "./source.ts";

/** What the first reading of a file found out; nothing is written before it is at its end. */
export interface Survey {
  /** Orders with a bad row. */
  readonly badKeys: ReadonlySet<string>;
  /** The last imported row of each order, where rows may stand apart. */
  readonly lastLines: ReadonlyMap<string, number>;
  readonly gatewayAccounts: ReadonlySet<string>;
}

export type Check = {
  readonly format: ImportFormat;
  readonly options: ImportOptions;
};

/** An order of the file, or what is wrong with it. */
export function checkedOrder(
  { rows }: RowGroup,
  { format, options }: Check,
): ImportedOrder | ImportProblem[] {
  const order = format.order(rows, options);
  if (Array.isArray(order)) return order;
  const { orderedAt, signedAt, paidAt } = order.input;
  const ahead = firstAhead([orderedAt, signedAt, paidAt], options.now);
  if (ahead === null) return order;
  return [{ line: order.line, refusal: refuse("instant_ahead", { instant: ahead }) }];
}

/** Reads the whole file once and takes down every bad row. */
export async function survey(
  source: ImportSource,
  check: Check,
  tally: Tally,
  onBytes: (bytes: number) => void,
): Promise<Survey | Refusal> {
  const surveyor = new Surveyor(check, tally);
  for await (const rows of readRows(source, check.format, onBytes)) {
    if (isRefusal(rows)) return rows;
    for (const row of rows) surveyor.row(row);
  }
  return surveyor.end();
}

class Surveyor {
  readonly #check: Check;
  readonly #tally: Tally;
  readonly #badKeys = new Set<string>();
  readonly #lastLines = new Map<string, number>();
  readonly #gatewayAccounts = new Set<string>();
  readonly #closed = new Set<string>();
  readonly #grouper: Grouper;
  #openKey = "";

  constructor(check: Check, tally: Tally) {
    this.#check = check;
    this.#tally = tally;
    this.#grouper = new Grouper(check.format, new Map());
    const { gatewayAccount } = check.options;
    if (gatewayAccount !== null) this.#gatewayAccounts.add(gatewayAccount);
  }

  row(row: FileRow): void {
    this.#tally.rows += 1;
    // A broken row without a name is taken for one of the order around it.
    const orderKey = row.orderKey === "" ? this.#openKey : row.orderKey;
    if (row.broken !== null) return this.#bad(orderKey, [{ line: row.line, refusal: row.broken }]);
    const read = this.#check.format.row(row);
    if (!("classes" in read)) {
      return this.#bad(
        orderKey,
        read.map((refusal) => ({ line: row.line, refusal })),
      );
    }
    this.#tally.count(read.classes);
    if (!read.imported) return;
    if (this.#check.format.apart) this.#lastLines.set(orderKey, row.line);
    else this.#together(orderKey, row);
  }

  #bad(orderKey: string, problems: readonly ImportProblem[]): void {
    this.#tally.problems.push(...problems);
    if (orderKey !== "") this.#badKeys.add(orderKey);
  }

  #together(orderKey: string, row: SourceRow): void {
    if (orderKey !== this.#openKey) {
      if (this.#openKey !== "") this.#closed.add(this.#openKey);
      this.#openKey = orderKey;
    }
    if (this.#closed.has(orderKey)) {
      const refusal = refuse("row_apart", { orderNumber: orderKey });
      return this.#bad(orderKey, [{ line: row.line, refusal }]);
    }
    this.#groups(this.#grouper.add(orderKey, row));
  }

  /** An order that has lost a row is not looked at again: what is wrong with it is said. */
  #groups(groups: readonly RowGroup[]): void {
    for (const group of groups) {
      if (this.#badKeys.has(group.orderKey)) continue;
      const order = checkedOrder(group, this.#check);
      if (Array.isArray(order)) this.#bad(group.orderKey, order);
      else this.#accounts(order);
    }
  }

  #accounts({ input }: ImportedOrder): void {
    for (const { gatewayAccount } of input.tenders ?? []) {
      if (gatewayAccount !== undefined) this.#gatewayAccounts.add(gatewayAccount);
    }
  }

  end(): Survey {
    this.#groups(this.#grouper.end());
    this.#tally.leftOut = this.#badKeys.size;
    return {
      badKeys: this.#badKeys,
      lastLines: this.#lastLines,
      gatewayAccounts: this.#gatewayAccounts,
    };
  }
}
