-- The catalogue in whose words a document is written; its hash is part of the document's.
create table policy_catalogues (
  merchant_id uuid not null references merchants (merchant_id),
  catalogue_hash text not null constraint policy_catalogues_hash_form
    check (catalogue_hash ~ '^[0-9a-f]{64}$'),
  text text not null,
  recorded_at timestamptz not null,
  primary key (merchant_id, catalogue_hash)
);

create table policy_versions (
  merchant_id uuid not null references merchants (merchant_id),
  policy_id text not null constraint policy_versions_id_form
    check (policy_id ~ '^[a-z][a-z0-9._-]{0,59}$'),
  version integer not null constraint policy_versions_version_positive check (version > 0),
  kind text not null constraint policy_versions_kind_known check (kind in ('policy', 'floor')),
  status text not null constraint policy_versions_status_known check (status in
    ('draft', 'verified', 'approved', 'published', 'superseded')),
  -- Whether what publication promises was proven of this text: `unproven` is what was installed
  -- with the product and has not been through the proof here.
  proof text not null constraint policy_versions_proof_known check (proof in ('unproven', 'proven')),
  hash text not null constraint policy_versions_hash_form check (hash ~ '^[0-9a-f]{64}$'),
  catalogue_hash text not null,
  text text not null,
  recorded_at timestamptz not null,
  published_at timestamptz,
  superseded_at timestamptz,
  primary key (merchant_id, policy_id, version),
  constraint policy_versions_words foreign key (merchant_id, catalogue_hash)
    references policy_catalogues (merchant_id, catalogue_hash),
  constraint policy_versions_published_when check
    ((published_at is not null) = (status in ('published', 'superseded'))),
  constraint policy_versions_superseded_when check
    ((superseded_at is not null) = (status = 'superseded'))
);
create unique index policy_versions_one_published
  on policy_versions (merchant_id, policy_id) where status = 'published';

-- Orders that accepted nothing by themselves are bound by the merchant's default set.
create table policy_sets (
  merchant_id uuid not null references merchants (merchant_id),
  policy_set_id uuid not null,
  recorded_at timestamptz not null,
  primary key (merchant_id, policy_set_id)
);

create table policy_set_members (
  merchant_id uuid not null,
  policy_set_id uuid not null,
  policy_id text not null,
  -- parameter → text; those that are absent have the document's default
  params jsonb not null default '{}',
  primary key (merchant_id, policy_set_id, policy_id),
  constraint policy_set_members_of_set foreign key (merchant_id, policy_set_id)
    references policy_sets (merchant_id, policy_set_id)
);

-- The markets a merchant sells to, and the statutory minimum that each of them brings.
create table market_floors (
  merchant_id uuid not null references merchants (merchant_id),
  market text not null constraint market_floors_market_form check (market ~ '^[A-Z]{2}$'),
  policy_id text not null,
  primary key (merchant_id, market, policy_id)
);

alter table merchants add constraint merchants_default_policy_set
  foreign key (merchant_id, default_policy_set_id)
  references policy_sets (merchant_id, policy_set_id);

-- There is no right to change a text, a hash or a version: only where it stands in its life.
select makegood_protect('policy_catalogues', 'select, insert');
select makegood_protect('policy_versions',
  'select, insert, update (status, proof, published_at, superseded_at)');
select makegood_protect('policy_sets', 'select, insert');
select makegood_protect('policy_set_members', 'select, insert');
select makegood_protect('market_floors', 'select, insert, delete');
