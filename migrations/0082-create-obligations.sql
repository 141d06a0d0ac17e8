-- What is due, and every attempt to pay it. An obligation reserves its amount until it is met or a
-- person releases it, whatever becomes of its payouts.
create table obligations (
  merchant_id uuid not null,
  obligation_id uuid not null,
  order_id uuid not null,
  claim_id uuid,
  -- the tender that is given back; null for what is paid beside them (compensation, grants)
  tender_id text,
  purpose text not null constraint obligations_purpose_named check (purpose <> ''),
  route text not null constraint obligations_route_known
    check (route in ('gateway', 'internal', 'transfer')),
  unit text not null,
  units bigint not null constraint obligations_units check (0 < units and units <= 9007199254740991),
  status text not null constraint obligations_status_known
    check (status in ('planned', 'in_progress', 'met', 'released')),
  created_at timestamptz not null,
  met_at timestamptz,
  released_at timestamptz,
  released_by text,
  release_reason text constraint obligations_release_reason_known check (release_reason in
    ('paid_elsewhere', 'entered_in_error', 'customer_waived', 'unreachable')),
  primary key (merchant_id, obligation_id),
  constraint obligations_of_order foreign key (merchant_id, order_id)
    references order_settlements (merchant_id, order_id),
  constraint obligations_of_tender foreign key (merchant_id, order_id, tender_id)
    references tender_states (merchant_id, order_id, tender_id),
  constraint obligations_released_by_someone
    check ((status = 'released') = (released_by is not null)
      and (released_by is null) = (release_reason is null))
);
create index obligations_by_order on obligations (merchant_id, order_id);
create index obligations_by_claim on obligations (merchant_id, claim_id) where claim_id is not null;
create index obligations_open on obligations (merchant_id, obligation_id)
  where status in ('planned', 'in_progress');

create table payouts (
  merchant_id uuid not null,
  payout_id uuid not null,
  obligation_id uuid not null,
  order_id uuid not null,
  claim_id uuid,
  tender_id text,
  route text not null constraint payouts_route_known
    check (route in ('gateway', 'internal', 'transfer')),
  account text,
  -- the number under which the gateway knows it; stored before the first call, never used again
  settlement_number text not null,
  unit text not null,
  units bigint not null constraint payouts_units check (0 < units and units <= 9007199254740991),
  status text not null constraint payouts_status_known check (status in ('planned', 'sending',
    'settled', 'failed', 'uncertain', 'parked', 'cancelled', 'reversed')),
  attempts integer not null default 0,
  asks integer not null default 0,
  -- how often the amount moved in the ledger: each move is posted once
  moves integer not null default 0,
  -- when the next call is due; null when nothing happens by itself
  due_at timestamptz,
  -- what a callback said that no query has confirmed yet
  hint text,
  code text,
  gateway_reference text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  settled_at timestamptz,
  primary key (merchant_id, payout_id),
  constraint payouts_of_obligation foreign key (merchant_id, obligation_id)
    references obligations (merchant_id, obligation_id),
  constraint payouts_of_account foreign key (merchant_id, account)
    references gateway_accounts (merchant_id, account),
  constraint payouts_number_once unique (merchant_id, settlement_number),
  constraint payouts_by_gateway check ((route = 'gateway') = (account is not null))
);
-- One payout at a time may stand for an obligation.
create unique index payouts_one_stands on payouts (merchant_id, obligation_id)
  where status not in ('cancelled', 'reversed');
create index payouts_due on payouts (merchant_id, account, due_at) where due_at is not null;
create index payouts_by_order on payouts (merchant_id, order_id);
create index payouts_by_claim on payouts (merchant_id, claim_id) where claim_id is not null;
create index payouts_not_settled on payouts (merchant_id, status, payout_id)
  where status <> 'settled';

select makegood_protect('obligations', 'select, insert, update');
select makegood_protect('payouts', 'select, insert, update');
