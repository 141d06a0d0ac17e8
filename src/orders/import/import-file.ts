import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { merchantRegion } from "../../merchants/index.ts";
import { readTransaction, transact } from "../../platform/index.ts";
import type { Actor, Platform } from "../../platform/index.ts";
import type { OrderPorts } from "../ports.ts";
import type { ImportFormat, SourceRow } from "./format.ts";
import { Grouper } from "./group.ts";
import type { RowGroup } from "./group.ts";
import { makegoodCsv } from "./makegood/format.ts";
import { onlineRetail } from "./online-retail.ts";
import { readRows } from "./read-rows.ts";
import { Tally } from "./report.ts";
import type { ImportProgress, ImportReport } from "./report.ts";
import { SourceError, openSource, unreadable } from "./source.ts";
import type { ImportSource } from "./source.ts";
import { checkedOrder, survey } from "./survey.ts";
import type { Check, Survey } from "./survey.ts";
import { digestOf, tryBatch, writeBatch } from "./write-batch.ts";
import type { BatchOrder, BatchResult } from "./write-batch.ts";

export const importFormats: readonly ImportFormat[] = [makegoodCsv, onlineRetail];

export interface ImportRequest {
  readonly format: string;
  /** A CSV file, gzip or not. */
  readonly path: string;
  /** Check and count, write nothing. */
  readonly dryRun?: boolean;
  /** Write the orders without a bad row; else one bad row keeps everything out. */
  readonly goodRowsOnly?: boolean;
  readonly gatewayAccount?: string | null;
  readonly progress?: (progress: ImportProgress) => void;
}

/**
 * Imports a file. It is read twice: all of it is checked before anything is written. Orders that
 * are there already are left alone, so that an import that was cut off is simply run again.
 */
export async function importFile(
  platform: Platform,
  ports: OrderPorts,
  actor: Actor,
  request: ImportRequest,
): Promise<ImportReport | Refusal> {
  const format = importFormats.find(({ name }) => name === request.format);
  if (format === undefined) return refuse("import_format_unknown", { format: request.format });
  const source = await openSource(request.path);
  if (isRefusal(source)) return source;
  const { zone } = await readTransaction(platform, actor.merchantId, merchantRegion);
  const now = platform.clock.now();
  const options = { gatewayAccount: request.gatewayAccount ?? null, zone, now };
  const check: Check = { format, options };
  try {
    return await new Import(platform, ports, actor, request, source, check).run();
  } catch (error) {
    if (error instanceof SourceError) return unreadable(request.path, error.message);
    throw error;
  }
}

/** A batch ends with the order that brings it to this many lines. */
const batchLines = 4_000;

class Import {
  readonly #platform: Platform;
  readonly #ports: OrderPorts;
  readonly #actor: Actor;
  readonly #request: ImportRequest;
  readonly #source: ImportSource;
  readonly #check: Check;
  readonly #tally = new Tally();
  #batch: BatchOrder[] = [];
  #lines = 0;
  /** The batch that is being written while the next one is read. */
  #writing: Promise<Refusal | null> = Promise.resolve(null);

  constructor(
    platform: Platform,
    ports: OrderPorts,
    actor: Actor,
    request: ImportRequest,
    source: ImportSource,
    check: Check,
  ) {
    this.#platform = platform;
    this.#ports = ports;
    this.#actor = actor;
    this.#request = request;
    this.#source = source;
    this.#check = check;
  }

  async run(): Promise<ImportReport | Refusal> {
    const { dryRun = false, goodRowsOnly = false, format } = this.#request;
    const found = await survey(this.#source, this.#check, this.#tally, this.#progress("check"));
    if (isRefusal(found)) return found;
    const unknown = await this.#unknownAccount(found);
    if (unknown !== null) return unknown;
    if (this.#tally.problems.length === 0 || goodRowsOnly) {
      // Nothing of this import goes on once its caller has an answer.
      const refused = await this.#write(found).finally(() => this.#writing.catch(() => null));
      if (refused !== null) return refused;
    }
    return this.#tally.report(format, dryRun);
  }

  async #unknownAccount({ gatewayAccounts }: Survey): Promise<Refusal | null> {
    const names = [...gatewayAccounts];
    if (names.length === 0) return null;
    const [account] = await readTransaction(this.#platform, this.#actor.merchantId, (tx) =>
      this.#ports.unknownAccounts(tx, names),
    );
    return account === undefined ? null : refuse("gateway_account_unknown", { account });
  }

  #progress(phase: ImportProgress["phase"]): (bytes: number) => void {
    let bytesRead = 0;
    return (bytes) => {
      bytesRead += bytes;
      const { rows, imported, existing } = this.#tally;
      const bytesTotal = this.#source.bytes;
      const orders = imported + existing;
      this.#request.progress?.({ phase, bytesRead, bytesTotal, rows, orders });
    };
  }

  async #write(found: Survey): Promise<Refusal | null> {
    const { format } = this.#check;
    const grouper = new Grouper(format, found.lastLines);
    for await (const rows of readRows(this.#source, format, this.#progress("write"))) {
      if (isRefusal(rows)) return rows;
      for (const row of rows) {
        if (row.broken !== null || found.badKeys.has(row.orderKey)) continue;
        if (!isImported(format, row)) continue;
        const refused = await this.#groups(grouper.add(row.orderKey, row));
        if (refused !== null) return refused;
      }
    }
    return (await this.#groups(grouper.end())) ?? (await this.#flush()) ?? (await this.#writing);
  }

  async #groups(groups: readonly RowGroup[]): Promise<Refusal | null> {
    for (const group of groups) {
      const order = checkedOrder(group, this.#check);
      if (Array.isArray(order)) throw new Error(`order ${group.orderKey} has changed meanwhile`);
      this.#batch.push({ ...order, digest: digestOf(this.#check.format, group.rows) });
      this.#lines += order.input.lines.length;
      const refused = this.#lines >= batchLines ? await this.#flush() : null;
      if (refused !== null) return refused;
    }
    return null;
  }

  /** Waits for the batch before, and starts this one. */
  async #flush(): Promise<Refusal | null> {
    const before = await this.#writing;
    if (before !== null) return before;
    const batch = this.#batch;
    this.#batch = [];
    this.#lines = 0;
    this.#writing = batch.length === 0 ? Promise.resolve(null) : this.#save(batch);
    // Its failure is met where it is waited for.
    this.#writing.catch(() => undefined);
    return null;
  }

  async #save(batch: readonly BatchOrder[]): Promise<Refusal | null> {
    const { merchantId } = this.#actor;
    const unit = { merchantId, actor: this.#actor, route: "importFile" };
    const result = this.#request.dryRun
      ? await readTransaction(this.#platform, merchantId, (tx) => tryBatch(tx, batch))
      : await transact(this.#platform, unit, (tx) => writeBatch(tx, this.#ports, batch));
    if (isRefusal(result)) return result;
    this.#count(result);
    return null;
  }

  #count({ imported, existing, lines, paid, differing }: BatchResult): void {
    this.#tally.imported += imported;
    this.#tally.existing += existing;
    this.#tally.lines += lines;
    this.#tally.differing.push(...differing);
    for (const { currency, amountMinor } of paid) this.#tally.pay(currency, amountMinor);
  }
}

function isImported(format: ImportFormat, row: SourceRow): boolean {
  const read = format.row(row);
  return "classes" in read && read.imported;
}
