-- Transfers and what they sum to. A transfer names the account it leaves and the one it reaches, so
-- no set of rows can be out of balance; rows are never changed, because the right to is not given.
create table ledger_transfers (
  merchant_id uuid not null references merchants (merchant_id),
  transfer_id uuid not null,
  kind text not null constraint ledger_transfers_kind_named check (kind <> ''),
  -- what was posted, once: an obligation, a settlement number with its attempt
  reference text not null constraint ledger_transfers_reference_named check (reference <> ''),
  leg integer not null,
  order_id uuid,
  debit_account text not null,
  credit_account text not null,
  unit text not null,
  amount bigint not null,
  recorded_at timestamptz not null,
  -- what a checkpoint has counted is told by transactions, since ids may be committed out of order
  written_in xid8 not null default pg_current_xact_id(),
  primary key (merchant_id, transfer_id),
  constraint ledger_transfers_posted_once unique (merchant_id, kind, reference, leg),
  constraint ledger_transfers_between_two check (debit_account <> credit_account),
  constraint ledger_transfers_amount check (amount > 0 and amount <= 9007199254740991)
);
create index ledger_transfers_by_transaction on ledger_transfers (merchant_id, written_in);
create index ledger_transfers_by_order on ledger_transfers (merchant_id, order_id, transfer_id)
  where order_id is not null;

-- Sums of every transfer of transactions before `horizon`. Derived, and bound to this server's
-- count of transactions: a backup leaves them out.
create table ledger_checkpoints (
  merchant_id uuid not null references merchants (merchant_id),
  horizon xid8 not null,
  account text not null,
  unit text not null,
  balance numeric not null,
  primary key (merchant_id, horizon, account, unit)
);

select makegood_protect('ledger_transfers', 'select, insert');
select makegood_protect('ledger_checkpoints', 'select, insert, delete');
