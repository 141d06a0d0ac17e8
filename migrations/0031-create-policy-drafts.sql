-- A version while its words may still change. It moves to policy_versions when it is published, and
-- there is no right to change a text there.
create table policy_drafts (
  merchant_id uuid not null,
  policy_id text not null constraint policy_drafts_id_form
    check (policy_id ~ '^[a-z][a-z0-9._-]{0,59}$'),
  version integer not null constraint policy_drafts_version_positive check (version > 0),
  kind text not null constraint policy_drafts_kind_known check (kind in ('policy', 'floor')),
  status text not null constraint policy_drafts_status_known
    check (status in ('draft', 'verified', 'approved')),
  text text not null,
  -- SHA-256 of the text as it is: whoever changes it names what they have read.
  text_hash text not null constraint policy_drafts_text_hash_form
    check (text_hash ~ '^[0-9a-f]{64}$'),
  -- Of the document in the words of its catalogue; null while the text has faults.
  hash text constraint policy_drafts_hash_form check (hash ~ '^[0-9a-f]{64}$'),
  catalogue_hash text not null,
  -- Everyone who wrote at it or had it verified; a key stands for whoever made it.
  persons uuid[] not null,
  recorded_at timestamptz not null,
  changed_at timestamptz not null,
  -- What the proof of the present text said, and of which document.
  proof_record jsonb,
  proven_hash text,
  verified_at timestamptz,
  -- When approval was asked for, and until when a merchant of one person has to wait.
  requested_at timestamptz,
  waits_until timestamptz,
  approved_at timestamptz,
  approved_by uuid,
  approved_how text constraint policy_drafts_approved_how_known
    check (approved_how in ('second_person', 'wait')),
  primary key (merchant_id, policy_id, version),
  constraint policy_drafts_words foreign key (merchant_id, catalogue_hash)
    references policy_catalogues (merchant_id, catalogue_hash),
  constraint policy_drafts_proven_first
    check (status = 'draft' or (hash is not null and proven_hash is not distinct from hash)),
  constraint policy_drafts_approved_when check ((status = 'approved') = (approved_at is not null)
    and (approved_at is null) = (approved_by is null)
    and (approved_at is null) = (approved_how is null)),
  constraint policy_drafts_asked_when check (requested_at is null or status <> 'draft'),
  -- Nobody shortens the wait, and it stands in for the second person only where it is over.
  constraint policy_drafts_wait_whole check (waits_until = requested_at + interval '24 hours'),
  constraint policy_drafts_four_eyes check (approved_how is distinct from 'second_person'
    or not approved_by = any (persons)),
  constraint policy_drafts_waited check (approved_how is distinct from 'wait'
    or (waits_until is not null and approved_at >= waits_until))
);
select makegood_protect('policy_drafts');

-- What a published version keeps of its way there. What came with the product went none.
alter table policy_versions
  add column origin text not null default 'shipped' constraint policy_versions_origin_known
    check (origin in ('shipped', 'merchant')),
  add column proof_record jsonb,
  add column persons uuid[] not null default '{}',
  add column verified_at timestamptz,
  add column requested_at timestamptz,
  add column waits_until timestamptz,
  add column approved_at timestamptz,
  add column approved_by uuid,
  add column approved_how text constraint policy_versions_approved_how_known
    check (approved_how in ('second_person', 'wait')),
  add column published_by uuid,
  add constraint policy_versions_approved_first check (origin = 'shipped' or
    (proof = 'proven' and proof_record is not null and approved_at is not null
      and approved_by is not null and approved_how is not null and published_at >= approved_at)),
  add constraint policy_versions_wait_whole check (waits_until = requested_at + interval '24 hours'),
  add constraint policy_versions_four_eyes check (approved_how is distinct from 'second_person'
    or not approved_by = any (persons)),
  add constraint policy_versions_waited check (approved_how is distinct from 'wait'
    or (waits_until is not null and approved_at >= waits_until)),
  drop constraint policy_versions_status_known,
  add constraint policy_versions_status_known check (status in ('published', 'superseded'));

-- Nothing unproven is published. Not valid: what older versions installed unproven stays until a
-- job has proven it.
alter table policy_versions add constraint policy_versions_proven_first
  check (status <> 'published' or proof = 'proven') not valid;

-- When a version was published is written once.
do $$
begin
  execute format('revoke update (published_at) on policy_versions from %I',
    coalesce(nullif(current_setting('makegood.app_role', true), ''), 'makegood_app'));
  execute format('grant update (proof_record) on policy_versions to %I',
    coalesce(nullif(current_setting('makegood.app_role', true), ''), 'makegood_app'));
end
$$;

-- What a merchant wants of those who accept a policy.
create table policy_settings (
  merchant_id uuid not null,
  policy_id text not null,
  -- Only who has answered three questions about the terms rightly can accept it.
  asks_questions boolean not null,
  -- Customers may accept the published version for an order of theirs that accepted nothing.
  accept_later boolean not null,
  changed_at timestamptz not null,
  primary key (merchant_id, policy_id)
);
select makegood_protect('policy_settings', 'select, insert, update');

-- Answers to the questions about a version: which were right, never who gave them.
create table policy_receipts (
  merchant_id uuid not null,
  receipt_id uuid not null,
  policy_id text not null,
  version integer not null,
  hash text not null,
  language text not null,
  answers jsonb not null,
  passed boolean not null,
  recorded_at timestamptz not null,
  -- The order that was accepted with it; a receipt serves once.
  order_id uuid,
  primary key (merchant_id, receipt_id),
  constraint policy_receipts_of_version foreign key (merchant_id, policy_id, version)
    references policy_versions (merchant_id, policy_id, version),
  constraint policy_receipts_serves_passed check (order_id is null or passed)
);
select makegood_protect('policy_receipts', 'select, insert, update (order_id)');

-- Since when a merchant says so of itself; null where it was made so before this was kept.
alter table merchants
  add column one_person_since timestamptz,
  add column financial_since timestamptz;
