-- Who did what to what, when. Written in the transaction of the deed; nobody may change or delete.
-- `detail` holds ids and numbers, never personal data.
create table audit_entries (
  merchant_id uuid not null,
  entry_id uuid not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text not null,
  action text not null,
  subject text not null,
  detail jsonb not null,
  constraint audit_entries_key primary key (merchant_id, entry_id)
);
create index audit_entries_by_subject on audit_entries (merchant_id, subject, entry_id);
select makegood_protect('audit_entries', 'select, insert');
