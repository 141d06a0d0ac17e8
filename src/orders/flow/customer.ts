import type { WireCreateOrder } from "../../contract/index.ts";
import type { BlindIndexKind, Tx, Vault } from "../../platform/index.ts";
import { orderContact, plainContact } from "../rules/contact.ts";
import { insertCustomers, lockCustomers, setPersons } from "../store/customers.ts";

type Given = NonNullable<WireCreateOrder["customer"]>;
type Sold = Pick<WireCreateOrder, "orderNumber" | "customer">;

export interface OrderCustomer {
  readonly customerId: string | null;
  readonly contactRecordId: string | null;
}

/** What is kept sealed with the order. */
export interface Contact {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** An order's customer while it is being found or made. */
interface Buyer {
  readonly orderNumber: string;
  readonly given: Given;
  customerId: string;
  personId: string | null;
}

/**
 * The customer of each order: the one of the given reference, else a new one. Name, phone and
 * e-mail go to the vault under the person's key; without any of them no person is made.
 */
export async function customersOf(
  tx: Tx,
  vault: Vault,
  orders: readonly Sold[],
): Promise<OrderCustomer[]> {
  const buyers = orders.map(({ orderNumber, customer: given }): Buyer | null =>
    given === undefined ? null : { orderNumber, given, customerId: tx.newId(), personId: null },
  );
  const named = buyers.filter((buyer) => buyer !== null);
  await findOrMake(tx, named);
  const personal = named.filter(({ given }) => isPersonal(given));
  await findPersons(tx, vault, personal);
  const recordIds = await vault.putAll(tx, personal.map(contactRecord));
  const records = new Map(personal.map((buyer, index) => [buyer, recordIds[index] ?? null]));
  return buyers.map((buyer) => ({
    customerId: buyer?.customerId ?? null,
    contactRecordId: buyer === null ? null : (records.get(buyer) ?? null),
  }));
}

const isPersonal = ({ name, phone, email }: Given): boolean =>
  name !== undefined || phone !== undefined || email !== undefined;

/** One customer per reference; orders without a reference have one each. */
async function findOrMake(tx: Tx, buyers: readonly Buyer[]): Promise<void> {
  // In one order everywhere, so that two imports never wait for each other crosswise.
  const inOrder = [...buyers].sort((left, right) =>
    (left.given.reference ?? "") < (right.given.reference ?? "") ? -1 : 1,
  );
  await insertCustomers(
    tx,
    inOrder.map(({ customerId, given }) => ({
      customerId,
      reference: given.reference ?? null,
      kind: given.kind ?? "consumer",
      personId: null,
    })),
  );
  const references = [...new Set(buyers.flatMap(({ given }) => given.reference ?? []))];
  const known = new Map(
    (await lockCustomers(tx, references)).map((row) => [row.reference ?? "", row]),
  );
  for (const buyer of buyers) {
    const row = known.get(buyer.given.reference ?? "");
    if (row === undefined) continue;
    buyer.customerId = row.customer_id;
    buyer.personId = row.person_id;
  }
}

/** Makes the persons that are missing, one per customer, and adds what they can be found by. */
async function findPersons(tx: Tx, vault: Vault, buyers: readonly Buyer[]): Promise<void> {
  const missing = new Map<string, Buyer[]>();
  for (const buyer of buyers) {
    if (buyer.personId !== null) continue;
    missing.set(buyer.customerId, [...(missing.get(buyer.customerId) ?? []), buyer]);
  }
  const groups = [...missing.values()];
  const indexes = groups.map((group) => ({ indexes: group.flatMap(indexesOf) }));
  const made = groups.length === 0 ? [] : await vault.newPersons(tx, indexes);
  for (const buyer of buyers) {
    const { personId } = buyer;
    if (personId === null) continue;
    for (const { kind, value } of indexesOf(buyer)) await vault.addIndex(tx, personId, kind, value);
  }
  groups.forEach((group, index) => {
    for (const buyer of group) buyer.personId = made[index] ?? null;
  });
  if (groups.length > 0) await setPersons(tx, [...missing.keys()], made);
}

function contactRecord({ personId, given: { name, phone, email } }: Buyer) {
  if (personId === null) throw new Error("a contact is sealed under its person's key");
  const contact: Contact = { name: name ?? null, phone: phone ?? null, email: email ?? null };
  return { personId, kind: "order.contact", text: JSON.stringify(contact) };
}

interface Index {
  readonly kind: BlindIndexKind;
  readonly value: string;
}

/** By what the customer can be found: each contact alone, and together with the order's number. */
function indexesOf({ orderNumber, given: { phone, email } }: Buyer): Index[] {
  const contacts = [
    ...(phone === undefined ? [] : [{ kind: "phone" as const, value: phone }]),
    ...(email === undefined ? [] : [{ kind: "email" as const, value: email }]),
  ];
  return contacts.flatMap(({ kind, value }) => [
    { kind, value: plainContact(value) },
    { kind: "orderContact" as const, value: orderContact(orderNumber, value) },
  ]);
}
