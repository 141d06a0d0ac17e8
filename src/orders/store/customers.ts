import type { ReadTx, Tx } from "../../platform/index.ts";

export interface NewCustomer {
  readonly customerId: string;
  readonly reference: string | null;
  readonly kind: "consumer" | "business";
  readonly personId: string | null;
}

export interface CustomerRow {
  readonly customer_id: string;
  readonly reference: string | null;
  readonly kind: "consumer" | "business";
  readonly person_id: string | null;
}

/** A reference that is known already keeps its customer. */
export async function insertCustomers(tx: Tx, customers: readonly NewCustomer[]): Promise<void> {
  if (customers.length === 0) return;
  const statement = {
    name: "orders_insert_customers",
    text: `insert into customers (merchant_id, created_at, customer_id, reference, kind, person_id)
      select $1, $2::timestamptz, * from unnest($3::uuid[], $4::text[], $5::text[], $6::uuid[])
      on conflict (merchant_id, reference) do nothing`,
  };
  await tx.query(statement, [
    tx.merchantId,
    new Date(tx.now),
    customers.map(({ customerId }) => customerId),
    customers.map(({ reference }) => reference),
    customers.map(({ kind }) => kind),
    customers.map(({ personId }) => personId),
  ]);
}

/** The customers of these references, locked, so that two orders make one person between them. */
export async function lockCustomers(tx: Tx, references: readonly string[]): Promise<CustomerRow[]> {
  if (references.length === 0) return [];
  const statement = {
    name: "orders_lock_customers",
    text: `select customer_id, reference, kind, person_id from customers
      where merchant_id = $1 and reference = any($2::text[]) order by customer_id for update`,
  };
  return tx.query(statement, [tx.merchantId, references]);
}

/** Gives customers the persons that were made for them. */
export async function setPersons(
  tx: Tx,
  customerIds: readonly string[],
  personIds: readonly string[],
): Promise<void> {
  const statement = {
    name: "orders_set_persons",
    text: `update customers set person_id = t.person_id
      from unnest($2::uuid[], $3::uuid[]) as t (customer_id, person_id)
      where merchant_id = $1 and customers.customer_id = t.customer_id`,
  };
  await tx.query(statement, [tx.merchantId, customerIds, personIds]);
}

export async function upsertProducts(tx: Tx, products: ReadonlyMap<string, string>): Promise<void> {
  if (products.size === 0) return;
  const statement = {
    name: "orders_upsert_products",
    text: `insert into products (merchant_id, product_code, name)
      select $1, * from unnest($2::text[], $3::text[])
      on conflict (merchant_id, product_code) do nothing`,
  };
  // In one order everywhere, so that two imports never wait for each other crosswise.
  const codes = [...products.keys()].sort();
  await tx.query(statement, [tx.merchantId, codes, codes.map((code) => products.get(code))]);
}

/** The order with this number of any of these persons, or null. */
export async function selectOrderOfPersons(
  tx: ReadTx,
  orderNumber: string,
  personIds: readonly string[],
): Promise<string | null> {
  const statement = {
    name: "orders_select_of_persons",
    text: `select o.order_id from orders o
      join customers c on c.merchant_id = o.merchant_id and c.customer_id = o.customer_id
      where o.merchant_id = $1 and o.order_number = $2 and c.person_id = any($3::uuid[])`,
  };
  const rows = await tx.query<{ order_id: string }>(statement, [
    tx.merchantId,
    orderNumber,
    personIds,
  ]);
  return rows[0]?.order_id ?? null;
}

export async function selectProductNames(
  tx: ReadTx,
  codes: readonly string[],
): Promise<Map<string, string>> {
  const statement = {
    name: "orders_select_product_names",
    text: `select product_code, name from products
      where merchant_id = $1 and product_code = any($2::text[])`,
  };
  const rows = await tx.query<{ product_code: string; name: string }>(statement, [
    tx.merchantId,
    codes,
  ]);
  return new Map(rows.map((row) => [row.product_code, row.name]));
}
