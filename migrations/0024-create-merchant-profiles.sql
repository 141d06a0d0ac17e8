-- Who a merchant is and how its customers reach it. What a business publishes of itself is no
-- secret: it stands here in plain text, not in the vault of personal data.
create table merchant_profiles (
  merchant_id uuid not null,
  registered_name text not null,
  address text not null,
  phone text,
  email text,
  -- By language, all of them or none.
  hours jsonb,
  website text,
  complaints_phone text,
  complaints_email text,
  changed_at timestamptz not null,
  constraint merchant_profiles_key primary key (merchant_id),
  constraint merchant_profiles_contact check (coalesce(phone, email) is not null)
);
select makegood_protect('merchant_profiles', 'select, insert, update');
