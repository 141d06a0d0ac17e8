-- Orders as sold. What settlement reads is frozen once, as one document, when the order is paid;
-- lines and tenders stand beside it for people and for look-ups.
create table products (
  merchant_id uuid not null references merchants (merchant_id),
  product_code text not null,
  name text not null,
  primary key (merchant_id, product_code)
);

create table customers (
  merchant_id uuid not null references merchants (merchant_id),
  customer_id uuid not null,
  -- the shop's own, pseudonymous number
  reference text,
  kind text not null constraint customers_kind_known check (kind in ('consumer', 'business')),
  -- the person in the vault; null where nothing personal is known
  person_id uuid,
  created_at timestamptz not null,
  primary key (merchant_id, customer_id),
  constraint customers_reference_once unique (merchant_id, reference)
);
create index customers_by_person on customers (merchant_id, person_id) where person_id is not null;

create table orders (
  merchant_id uuid not null references merchants (merchant_id),
  order_id uuid not null,
  order_number text not null,
  status text not null constraint orders_status_known check (status in
    ('draft', 'effective', 'paid', 'serving', 'shipped', 'completed', 'cancelled')),
  currency text not null,
  zone text not null,
  channel text,
  customer_id uuid,
  -- record in the vault: name, phone and e-mail as given with this order
  contact_record_id uuid,
  ordered_at timestamptz not null,
  signed_at timestamptz,
  paid_at timestamptz,
  paid_minor bigint constraint orders_paid_minor_range
    check (paid_minor between 0 and 9007199254740991),
  -- id, version, hash and params of each policy that binds the order
  pins jsonb not null,
  pins_from text not null constraint orders_pins_from_known
    check (pins_from in ('accepted', 'default')),
  -- the order as drafted, until it is paid and frozen
  draft jsonb,
  -- SHA-256 of what an import read, to tell the same order from a changed one
  source_digest bytea,
  recorded_at timestamptz not null,
  primary key (merchant_id, order_id),
  constraint orders_number_once unique (merchant_id, order_number),
  constraint orders_of_customer foreign key (merchant_id, customer_id)
    references customers (merchant_id, customer_id)
);
create index orders_by_customer on orders (merchant_id, customer_id) where customer_id is not null;

-- Written once when the order is paid, and never again: there is no right to change it.
create table order_facts (
  merchant_id uuid not null,
  order_id uuid not null,
  facts jsonb not null,
  primary key (merchant_id, order_id),
  constraint order_facts_of_order foreign key (merchant_id, order_id)
    references orders (merchant_id, order_id)
);

create table order_lines (
  merchant_id uuid not null,
  order_id uuid not null,
  line_id text not null,
  position integer not null,
  kind text not null,
  product_code text,
  -- as sold, where that differs from the product's name
  product_name text,
  quantity bigint not null constraint order_lines_quantity check (quantity > 0),
  list_minor bigint not null constraint order_lines_list check (list_minor >= 0),
  primary key (merchant_id, order_id, line_id),
  constraint order_lines_of_order foreign key (merchant_id, order_id)
    references orders (merchant_id, order_id)
);

create table order_tenders (
  merchant_id uuid not null,
  order_id uuid not null,
  tender_id text not null,
  position integer not null,
  kind text not null,
  unit text not null,
  units bigint not null constraint order_tenders_units check (units >= 0),
  value_minor bigint not null constraint order_tenders_value check (value_minor >= 0),
  gateway_account text,
  gateway_transaction text,
  primary key (merchant_id, order_id, tender_id),
  constraint order_tenders_of_order foreign key (merchant_id, order_id)
    references orders (merchant_id, order_id)
);

create table order_events (
  merchant_id uuid not null,
  order_id uuid not null,
  event_id uuid not null,
  kind text not null,
  occurred_at timestamptz not null,
  data jsonb not null,
  -- the sender's own number: what was sent twice is kept once
  reference text,
  recorded_at timestamptz not null,
  primary key (merchant_id, order_id, event_id),
  constraint order_events_reference_once unique (merchant_id, order_id, reference),
  constraint order_events_of_order foreign key (merchant_id, order_id)
    references orders (merchant_id, order_id)
);

select makegood_protect('products', 'select, insert, update');
select makegood_protect('customers', 'select, insert, update');
select makegood_protect('orders', 'select, insert, update');
select makegood_protect('order_facts', 'select, insert');
select makegood_protect('order_lines', 'select, insert');
select makegood_protect('order_tenders', 'select, insert');
select makegood_protect('order_events', 'select, insert');
