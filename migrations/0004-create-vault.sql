-- Personal data, sealed under each person's key; the keys are in the keys database.
create table persons (
  merchant_id uuid not null,
  person_id uuid not null,
  created_at timestamptz not null,
  erased_at timestamptz,
  constraint persons_key primary key (merchant_id, person_id)
);
select makegood_protect('persons');

create table vault_records (
  merchant_id uuid not null,
  record_id uuid not null,
  person_id uuid not null,
  kind text not null,
  sealed bytea not null,
  created_at timestamptz not null,
  constraint vault_records_key primary key (merchant_id, record_id),
  constraint vault_records_person foreign key (merchant_id, person_id)
    references persons (merchant_id, person_id)
);
create index vault_records_by_person on vault_records (merchant_id, person_id);
select makegood_protect('vault_records', 'select, insert, delete');
