create table staff (
  merchant_id uuid not null,
  staff_id uuid not null,
  sign_in_name text not null,
  display_name text not null,
  password_hash text not null,
  rights text[] not null,
  created_at timestamptz not null,
  constraint staff_key primary key (merchant_id, staff_id)
);
select makegood_protect('staff');

-- A routing table: the SHA-256 of a sign-in name leads to its merchant.
create table staff_routes (
  name_hash bytea not null,
  merchant_id uuid not null,
  staff_id uuid not null,
  constraint staff_routes_key primary key (name_hash)
);
select makegood_share('staff_routes', 'select, insert, delete');

create table api_keys (
  merchant_id uuid not null,
  key_id uuid not null,
  label text not null,
  -- The first characters, by which people tell keys apart.
  shown_prefix text not null,
  rights text[] not null,
  created_by uuid not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  constraint api_keys_key primary key (merchant_id, key_id)
);
select makegood_protect('api_keys', 'select, insert, update');

-- A routing table: the SHA-256 of what a caller holds leads to whom it stands for. A row that is
-- gone is a key revoked or a session ended. Customers' sessions name the orders they were proved for.
create table credentials (
  token_hash bytea not null,
  merchant_id uuid not null,
  kind text not null constraint credentials_kind_known check (kind in ('staff', 'key', 'customer')),
  subject_id uuid not null,
  name text not null,
  rights text[] not null,
  order_ids uuid[],
  created_at timestamptz not null,
  expires_at timestamptz,
  constraint credentials_key primary key (token_hash)
);
create index credentials_by_subject on credentials (merchant_id, subject_id);
create index credentials_by_end on credentials (expires_at) where expires_at is not null;
select makegood_share('credentials', 'select, insert, update, delete');

-- Failed sign-ins by the hash of name or address, counted over all processes.
create table sign_in_failures (
  failure_id uuid not null,
  subject_hash bytea not null,
  at timestamptz not null,
  constraint sign_in_failures_key primary key (failure_id)
);
create index sign_in_failures_by_subject on sign_in_failures (subject_hash, at);
select makegood_share('sign_in_failures', 'select, insert, delete');
