-- A payout that was not sent is withdrawn when its money goes back another way; and what a person
-- must look at, because figures contradict each other or money is gone that nobody can call back.
alter table obligations drop constraint obligations_release_reason_known,
  add constraint obligations_release_reason_known check (release_reason in
    ('paid_elsewhere', 'entered_in_error', 'customer_waived', 'unreachable', 'gone_elsewhere'));

create table money_problems (
  merchant_id uuid not null,
  problem_id uuid not null,
  order_id uuid not null,
  kind text not null constraint money_problems_kind_known check (kind in
    ('payouts_stopped', 'paid_beyond', 'debit_differs', 'chargeback_differs', 'payment_differs')),
  -- what it is about within the order: a debit, a chargeback, a payment, or a unit
  reference text not null,
  unit text not null,
  -- what we hold for true, and what stands against it
  units numeric not null,
  other_units numeric,
  told_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  outcome text constraint money_problems_outcome_known check (outcome in
    ('corrected', 'collected', 'written_off', 'as_it_should_be')),
  primary key (merchant_id, problem_id),
  constraint money_problems_of_order foreign key (merchant_id, order_id)
    references orders (merchant_id, order_id),
  constraint money_problems_closed check
    ((closed_at is null) = (closed_by is null) and (closed_at is null) = (outcome is null))
);
-- One matter is one row while it is open; what changes about it changes there.
create unique index money_problems_open on money_problems (merchant_id, order_id, kind, reference)
  where closed_at is null;
create index money_problems_by_order on money_problems (merchant_id, order_id, problem_id);
select makegood_protect('money_problems', 'select, insert, update');
