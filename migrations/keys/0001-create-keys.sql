-- One key per person, and one per merchant and day for stored answers; wrapped by the master key.
-- A key is committed here before the transaction that uses it.
create table keys (
  merchant_id uuid not null,
  holder_id uuid not null,
  wrapped bytea not null,
  created_at timestamptz not null default now(),
  -- Whether the transaction that the key was made for is known to have committed.
  confirmed boolean not null,
  constraint keys_key primary key (merchant_id, holder_id)
);

-- The key that a merchant's blind indexes are made with.
create table index_keys (
  merchant_id uuid not null,
  wrapped bytea not null,
  constraint index_keys_key primary key (merchant_id)
);

-- HMACs by which a person can be found. They lie with the keys so that they die with them, in
-- every backup as well.
create table blind_indexes (
  merchant_id uuid not null,
  kind text not null,
  digest bytea not null,
  person_id uuid not null,
  constraint blind_indexes_key primary key (merchant_id, kind, digest, person_id),
  constraint blind_indexes_person foreign key (merchant_id, person_id)
    references keys (merchant_id, holder_id) on delete cascade
);
create index blind_indexes_by_person on blind_indexes (merchant_id, person_id);

create index keys_unconfirmed on keys (created_at) where not confirmed;
