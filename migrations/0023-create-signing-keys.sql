-- Public halves of the keys that a merchant signs with. The secret half lies in the keys store,
-- under the same id. A key is retired, never deleted: what it signed can be checked for good.
create table signing_keys (
  merchant_id uuid not null,
  key_id uuid not null,
  -- SubjectPublicKeyInfo, DER
  public_key bytea not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  constraint signing_keys_key primary key (merchant_id, key_id)
);
create unique index signing_keys_one_active on signing_keys (merchant_id)
  where retired_at is null;
select makegood_protect('signing_keys', 'select, insert, update (retired_at)');
