import type { ReadTx, Tx } from "../database/tx.ts";

export type BlindIndexKind = "phone" | "email" | "orderContact";

export interface NewPerson {
  /** By what the person can be found again; only its HMAC is kept, and dies with the person. */
  readonly indexes: readonly { readonly kind: BlindIndexKind; readonly value: string }[];
}

export interface NewRecord {
  readonly personId: string;
  /** What the record is, such as `order.contact`; part of what the seal is bound to. */
  readonly kind: string;
  readonly text: string;
}

/**
 * Personal data: AES-256-GCM under a key per person. Keys and blind indexes lie in the keys
 * database and are committed there before `tx`; what a rolled-back `tx` leaves behind is swept.
 */
export interface Vault {
  /** Makes persons with their keys, in the order given. One call serves a whole import. */
  newPersons(tx: Tx, persons: readonly NewPerson[]): Promise<string[]>;
  put(tx: Tx, record: NewRecord): Promise<string>;
  putAll(tx: Tx, records: readonly NewRecord[]): Promise<string[]>;
  /** The text of a record, or null where it never was or its person is erased. */
  get(tx: ReadTx, recordId: string): Promise<string | null>;
  getAll(tx: ReadTx, recordIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  addIndex(tx: Tx, personId: string, kind: BlindIndexKind, value: string): Promise<void>;
  /** Persons of one merchant that have this phone, e-mail or order contact. */
  find(merchantId: string, kind: BlindIndexKind, value: string): Promise<string[]>;
  /** Destroys the keys and indexes: every record of these persons is unreadable from now on. */
  forget(merchantId: string, personIds: readonly string[]): Promise<void>;
}
