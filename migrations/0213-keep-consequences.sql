-- What decisions bring beside what is paid, as it was told: what is taken back of what was given
-- with the order, coupons that are free again, and what is short and nobody collects. Changes only:
-- what stands of an order is their sum, so that the same decision read again tells nothing twice.
create table consequence_changes (
  merchant_id uuid not null,
  change_id uuid not null,
  order_id uuid not null,
  -- the claim whose decision brought it; null where an event of the order did
  claim_id uuid,
  kind text not null constraint consequence_changes_kind_known check (kind in
    ('voided', 'offset', 'cleared', 'restored', 'shortfall')),
  subject text not null constraint consequence_changes_subject_known check (subject in
    ('packet', 'points', 'gift', 'coupon', 'take', 'chargeback', 'outside')),
  reference text not null,
  unit text not null,
  -- below 0 where less stands than was told before
  amount bigint not null constraint consequence_changes_something check (amount <> 0),
  told_at timestamptz not null,
  primary key (merchant_id, change_id),
  constraint consequence_changes_of_order foreign key (merchant_id, order_id)
    references orders (merchant_id, order_id)
);
create index consequence_changes_by_order on consequence_changes (merchant_id, order_id);
create index consequence_changes_by_claim on consequence_changes (merchant_id, claim_id)
  where claim_id is not null;
select makegood_protect('consequence_changes', 'select, insert');
