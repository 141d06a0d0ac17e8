-- Messages that must reach a customer. The text lies in the vault under the customer's key; where
-- nobody is known there is nobody to write to, and the values are enough to print it.
create table notices (
  merchant_id uuid not null references merchants (merchant_id),
  notice_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  -- what happened, so that one event never gives two notices, whatever is run again
  occasion text not null,
  person_id uuid,
  language text not null,
  record_id uuid,
  -- amounts, codes and days: never personal
  content jsonb not null,
  status text not null constraint notices_status_known check (status in
    ('queued', 'accepted', 'delivered', 'bounced', 'unknown', 'read', 'acknowledged',
     'no_addressee')),
  channel text,
  -- SHA-256 of what was handed over
  proof text,
  queued_at timestamptz not null,
  accepted_at timestamptz,
  delivered_at timestamptz,
  primary key (merchant_id, notice_id),
  constraint notices_once unique (merchant_id, subject_id, kind, occasion)
);
create index notices_by_subject on notices (merchant_id, subject_id, notice_id);

select makegood_protect('notices', 'select, insert, update');
