-- What one person states, with evidence, to have been paid by a bank transfer, and another approves.
create table transfer_statements (
  merchant_id uuid not null,
  transfer_id uuid not null,
  obligation_id uuid not null,
  -- the bank's reference of the transfer
  reference text not null,
  evidence jsonb not null constraint transfer_statements_have_evidence
    check (jsonb_array_length(evidence) > 0),
  status text not null constraint transfer_statements_status_known
    check (status in ('stated', 'approved', 'rejected')),
  stated_by text not null,
  stated_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  primary key (merchant_id, transfer_id),
  constraint transfer_statements_of_obligation foreign key (merchant_id, obligation_id)
    references obligations (merchant_id, obligation_id),
  constraint transfer_statements_decided check
    ((status = 'stated') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint transfer_statements_four_eyes check (status <> 'approved' or decided_by <> stated_by)
);
-- One statement at a time may stand for an obligation, and one transfer meets one obligation.
create unique index transfer_statements_one_stands on transfer_statements
  (merchant_id, obligation_id) where status <> 'rejected';
create unique index transfer_statements_reference_once on transfer_statements
  (merchant_id, reference) where status <> 'rejected';
create index transfer_statements_by_status on transfer_statements
  (merchant_id, status, transfer_id);

select makegood_protect('transfer_statements', 'select, insert, update');
