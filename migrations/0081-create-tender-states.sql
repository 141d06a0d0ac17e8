-- The row that a computation of what is owed locks, and per tender what may never be passed.
create table order_settlements (
  merchant_id uuid not null,
  order_id uuid not null,
  -- whose balance it is that tenders in kind go back to and grants come to
  holder text not null,
  primary key (merchant_id, order_id),
  constraint order_settlements_of_order foreign key (merchant_id, order_id)
    references orders (merchant_id, order_id)
);

create table tender_states (
  merchant_id uuid not null,
  order_id uuid not null,
  tender_id text not null,
  kind text not null constraint tender_states_kind_known
    check (kind in ('money', 'wallet', 'packet', 'points', 'gift_card')),
  unit text not null,
  -- money through a gateway: the account, and the gateway's own number of the payment
  account text,
  gateway_transaction text,
  captured bigint not null,
  obliged bigint not null default 0,
  captured_at timestamptz not null,
  refunds_sent integer not null default 0,
  last_sent_at timestamptz,
  primary key (merchant_id, order_id, tender_id),
  constraint tender_states_of_order foreign key (merchant_id, order_id)
    references order_settlements (merchant_id, order_id),
  constraint tender_states_of_account foreign key (merchant_id, account)
    references gateway_accounts (merchant_id, account),
  constraint tender_states_never_over check (0 <= obliged and obliged <= captured),
  constraint tender_states_captured_range check (captured <= 9007199254740991),
  constraint tender_states_whole_payment check ((account is null) = (gateway_transaction is null))
);

-- What came back in kind, and what was granted: by holder and unit.
create table balances (
  merchant_id uuid not null references merchants (merchant_id),
  holder text not null,
  unit text not null,
  amount bigint not null,
  primary key (merchant_id, holder, unit),
  constraint balances_range check (0 <= amount and amount <= 9007199254740991)
);

select makegood_protect('order_settlements', 'select, insert, update');
select makegood_protect('tender_states', 'select, insert, update');
select makegood_protect('balances', 'select, insert, update');
