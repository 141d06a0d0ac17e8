-- Claims, what they name, what is said and attested about them, and the decisions.
create table claims (
  merchant_id uuid not null references merchants (merchant_id),
  claim_id uuid not null,
  number text not null,
  kind text not null constraint claims_kind_known
    check (kind in ('cancel', 'refund', 'ineffective', 'packet_return', 'campaign_off')),
  status text not null constraint claims_status_known check (status in
    ('filed', 'gathering', 'reviewing', 'approved', 'refused', 'settling', 'settled', 'withdrawn')),
  channel text not null constraint claims_channel_known
    check (channel in ('portal', 'staff', 'api', 'import')),
  language text not null,
  reference text,
  person_id uuid,
  -- facts may no longer be supplied: what is unproven counts as unproven
  final boolean not null default false,
  unmatched text,
  refusal_code text,
  needed jsonb not null default '[]',
  filed_by_kind text not null,
  filed_by_id text not null,
  received_at timestamptz not null,
  -- when the customer wants the contract to end; null for at once
  ends_at timestamptz,
  recorded_at timestamptz not null,
  decided_at timestamptz,
  settled_at timestamptz,
  primary key (merchant_id, claim_id),
  constraint claims_number_once unique (merchant_id, number),
  constraint claims_refused_with_code check ((status = 'refused') = (refusal_code is not null))
);
create unique index claims_reference_once on claims (merchant_id, reference)
  where reference is not null;
create index claims_by_status on claims (merchant_id, status, claim_id);

create table claim_items (
  merchant_id uuid not null,
  claim_id uuid not null,
  ordinal integer not null,
  order_id uuid not null,
  line_id text,
  packet_id text,
  from_unit integer not null,
  to_unit integer not null,
  primary key (merchant_id, claim_id, ordinal),
  constraint claim_items_of_claim foreign key (merchant_id, claim_id)
    references claims (merchant_id, claim_id),
  constraint claim_items_of_order foreign key (merchant_id, order_id)
    references orders (merchant_id, order_id),
  constraint claim_items_units check (0 <= from_unit and from_unit < to_unit)
);
create index claim_items_by_order on claim_items (merchant_id, order_id);

create table claim_facts (
  merchant_id uuid not null,
  claim_fact_id uuid not null,
  claim_id uuid not null,
  order_id uuid not null,
  line_id text,
  packet_id text,
  fact text not null,
  value jsonb not null,
  state text not null constraint claim_facts_state_known check (state in ('claimed', 'attested')),
  note_record_id uuid,
  by_kind text not null,
  by_id text not null,
  recorded_at timestamptz not null,
  primary key (merchant_id, claim_fact_id),
  constraint claim_facts_of_claim foreign key (merchant_id, claim_id)
    references claims (merchant_id, claim_id)
);
create index claim_facts_by_claim on claim_facts (merchant_id, claim_id);

create table decisions (
  merchant_id uuid not null,
  decision_id uuid not null,
  claim_id uuid not null,
  order_id uuid not null,
  -- a refusal's decision is kept for its trace and never counts in what is owed
  accepted boolean not null,
  corrects uuid,
  -- canonical JSON, kept as text so that it replays byte for byte
  decision text not null,
  decided_at timestamptz not null,
  primary key (merchant_id, decision_id),
  constraint decisions_of_claim foreign key (merchant_id, claim_id)
    references claims (merchant_id, claim_id),
  constraint decisions_of_order foreign key (merchant_id, order_id)
    references orders (merchant_id, order_id)
);
create index decisions_by_order on decisions (merchant_id, order_id);
create index decisions_by_claim on decisions (merchant_id, claim_id);

select makegood_protect('claims', 'select, insert, update');
select makegood_protect('claim_items', 'select, insert');
select makegood_protect('claim_facts', 'select, insert');
select makegood_protect('decisions', 'select, insert');
