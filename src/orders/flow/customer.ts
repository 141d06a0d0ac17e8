import type { WireCreateOrder } from "../../contract/index.ts";
import type { BlindIndexKind, Tx, Vault } from "../../platform/index.ts";
import { orderContact, plainContact } from "../rules/contact.ts";
import { insertCustomers, lockCustomers, setPerson } from "../store/customers.ts";
import type { CustomerRow } from "../store/customers.ts";

type Given = NonNullable<WireCreateOrder["customer"]>;

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

/**
 * The customer of an order: the one of the given reference, else a new one. Name, phone and e-mail
 * go to the vault under the person's key; without any of them no person is made.
 */
export async function customerOf(
  tx: Tx,
  vault: Vault,
  orderNumber: string,
  given: Given | undefined,
): Promise<OrderCustomer> {
  if (given === undefined) return { customerId: null, contactRecordId: null };
  const customer = await findOrMake(tx, given);
  const { name, phone, email } = given;
  if (name === undefined && phone === undefined && email === undefined) {
    return { customerId: customer.customer_id, contactRecordId: null };
  }
  const personId = await personOf(tx, vault, customer, indexesOf(orderNumber, given));
  const contact: Contact = { name: name ?? null, phone: phone ?? null, email: email ?? null };
  const text = JSON.stringify(contact);
  const contactRecordId = await vault.put(tx, { personId, kind: "order.contact", text });
  return { customerId: customer.customer_id, contactRecordId };
}

async function findOrMake(tx: Tx, given: Given): Promise<CustomerRow> {
  const reference = given.reference ?? null;
  const made = { customerId: tx.newId(), reference, kind: given.kind ?? "consumer" } as const;
  await insertCustomers(tx, [{ ...made, personId: null }]);
  const [known] = reference === null ? [] : await lockCustomers(tx, [reference]);
  return known ?? { customer_id: made.customerId, reference, kind: made.kind, person_id: null };
}

interface Index {
  readonly kind: BlindIndexKind;
  readonly value: string;
}

async function personOf(tx: Tx, vault: Vault, customer: CustomerRow, indexes: readonly Index[]) {
  const known = customer.person_id;
  if (known !== null) {
    for (const { kind, value } of indexes) await vault.addIndex(tx, known, kind, value);
    return known;
  }
  const [personId = ""] = await vault.newPersons(tx, [{ indexes }]);
  await setPerson(tx, customer.customer_id, personId);
  return personId;
}

/** By what the customer can be found: each contact alone, and together with the order's number. */
function indexesOf(orderNumber: string, { phone, email }: Given): Index[] {
  const contacts = [
    ...(phone === undefined ? [] : [{ kind: "phone" as const, value: phone }]),
    ...(email === undefined ? [] : [{ kind: "email" as const, value: email }]),
  ];
  return contacts.flatMap(({ kind, value }) => [
    { kind, value: plainContact(value) },
    { kind: "orderContact" as const, value: orderContact(orderNumber, value) },
  ]);
}
