-- An order may be paid in parts. What each payment froze stays as it is; the last row is the order
-- as it stands.
alter table order_facts add column payment integer not null default 1
    constraint order_facts_payment_counts check (payment >= 1),
  drop constraint order_facts_pkey,
  add primary key (merchant_id, order_id, payment);
