-- What was promised and is demanded by law, per kind of claim; and every clock that runs.
create table clock_promises (
  merchant_id uuid not null references merchants (merchant_id),
  claim_kind text not null,
  clock text not null constraint clock_promises_clock_known
    check (clock in ('decision', 'payment', 'supplement')),
  source text not null,
  -- `3bd` business days, `7d` calendar days from the next day, `72h` elapsed hours
  within text not null,
  holder text not null constraint clock_promises_holder_known
    check (holder in ('merchant-duty', 'customer-right')),
  voluntary boolean not null,
  primary key (merchant_id, claim_kind, clock, source)
);

create table clocks (
  merchant_id uuid not null references merchants (merchant_id),
  clock_id uuid not null,
  subject_id uuid not null,
  clock text not null,
  source text not null,
  within text not null,
  holder text not null,
  voluntary boolean not null,
  zone text not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  provisional boolean not null,
  calendar text not null,
  pauses jsonb not null default '[]',
  status text not null constraint clocks_status_known
    check (status in ('running', 'kept', 'broken', 'cancelled')),
  stopped_at timestamptz,
  primary key (merchant_id, clock_id)
);
create index clocks_by_subject on clocks (merchant_id, subject_id);
create index clocks_running on clocks (merchant_id, due_at) where status = 'running';

select makegood_protect('clock_promises', 'select, insert, update, delete');
select makegood_protect('clocks', 'select, insert, update');
