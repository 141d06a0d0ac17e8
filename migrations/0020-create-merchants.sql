create table merchants (
  merchant_id uuid not null,
  slug text not null constraint merchants_slug_form check (slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  name text not null,
  -- IANA zone: days and business days are counted in it.
  zone text not null default 'Asia/Shanghai',
  -- Declared: one person runs it, so a wait with a notice stands in for the second signature.
  one_person boolean not null default false,
  -- Under financial supervision: other floors and retention apply.
  financial boolean not null default false,
  -- The policies that bind imported orders which accepted none.
  default_policy_set_id uuid,
  created_at timestamptz not null,
  constraint merchants_key primary key (merchant_id)
);
select makegood_protect('merchants', 'select, insert, update');

-- A routing table: which merchant an address of the portal means, before any tenant is known.
create table merchant_routes (
  slug text not null,
  merchant_id uuid not null,
  constraint merchant_routes_key primary key (slug)
);
create unique index merchant_routes_by_merchant on merchant_routes (merchant_id);
select makegood_share('merchant_routes', 'select, insert');
