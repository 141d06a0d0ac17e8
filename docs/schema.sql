CREATE OR REPLACE FUNCTION public.makegood_declare_queue(queue_name text, options json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  table_name text;
begin
  perform pg_advisory_xact_lock(4600, 2);
  perform pgboss.create_queue(queue_name, options);
  select partition_name into table_name from pgboss.queue where name = queue_name;
  -- Finding the jobs of dead processes each second must not read the waiting ones.
  execute format('create index if not exists %I on pgboss.%I (started_on) where state = ''active''',
    left(table_name, 50) || '_active', table_name);
  update pgboss.queue set
    policy = options->>'policy',
    retry_limit = (options->>'retryLimit')::int,
    retry_delay = (options->>'retryDelay')::int,
    retry_backoff = (options->>'retryBackoff')::boolean,
    expire_seconds = (options->>'expireInSeconds')::int,
    updated_on = now()
  where name = queue_name;
end
$function$
;
CREATE OR REPLACE FUNCTION public.makegood_protect(table_name text, privileges text DEFAULT 'select, insert, update, delete'::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format(
    'create policy own_merchant on %I using (merchant_id = nullif(current_setting(''app.merchant'', true), '''')::uuid)',
    table_name);
  perform makegood_share(table_name, privileges);
end
$function$
;
CREATE OR REPLACE FUNCTION public.makegood_share(table_name text, privileges text DEFAULT 'select, insert, update, delete'::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('grant %s on table %I to %I', privileges, table_name,
    coalesce(nullif(current_setting('makegood.app_role', true), ''), 'makegood_app'));
end
$function$
;

create table answers (
  merchant_id uuid not null,
  scope bytea not null,
  request_hash bytea not null,
  day date not null,
  sealed bytea not null,
  constraint answers_key PRIMARY KEY (merchant_id, scope)
);

create table api_keys (
  merchant_id uuid not null,
  key_id uuid not null,
  label text not null,
  shown_prefix text not null,
  rights text[] not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint api_keys_key PRIMARY KEY (merchant_id, key_id)
);

create table audit_entries (
  merchant_id uuid not null,
  entry_id uuid not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text not null,
  action text not null,
  subject text not null,
  detail jsonb not null,
  constraint audit_entries_key PRIMARY KEY (merchant_id, entry_id)
);

create table backtests (
  merchant_id uuid not null,
  backtest_id uuid not null,
  policy_id text not null,
  version integer not null,
  hash text not null,
  replaces text[] not null,
  from_at timestamp with time zone,
  to_at timestamp with time zone,
  status text not null,
  done bigint default 0 not null,
  total bigint default 0 not null,
  fault text,
  report jsonb,
  requested_by text not null,
  requested_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint backtests_fault_when_failed CHECK (((status = 'failed'::text) = (fault IS NOT NULL))),
  constraint backtests_finished_when CHECK (((status = ANY (ARRAY['queued'::text, 'running'::text])) = (finished_at IS NULL))),
  constraint backtests_hash_form CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint backtests_pkey PRIMARY KEY (merchant_id, backtest_id),
  constraint backtests_reported_when_done CHECK (((status = 'done'::text) = (report IS NOT NULL))),
  constraint backtests_status_known CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'stopped'::text, 'failed'::text])))
);

create table balances (
  merchant_id uuid not null,
  holder text not null,
  unit text not null,
  amount numeric not null,
  constraint balances_pkey PRIMARY KEY (merchant_id, holder, unit),
  constraint balances_whole CHECK (((amount >= (0)::numeric) AND (amount = trunc(amount))))
);

create table callback_inbox (
  merchant_id uuid not null,
  account text not null,
  event_id text not null,
  settlement_number text not null,
  said text not null,
  received_at timestamp with time zone not null,
  constraint callback_inbox_of_account FOREIGN KEY (merchant_id, account) REFERENCES gateway_accounts(merchant_id, account),
  constraint callback_inbox_pkey PRIMARY KEY (merchant_id, account, event_id)
);

create table claim_facts (
  merchant_id uuid not null,
  claim_fact_id uuid not null,
  claim_id uuid not null,
  order_id uuid not null,
  line_id text,
  packet_id text,
  fact text not null,
  value jsonb not null,
  state text not null,
  note_record_id uuid,
  by_kind text not null,
  by_id text not null,
  recorded_at timestamp with time zone not null,
  customer_note_record_id uuid,
  constraint claim_facts_of_claim FOREIGN KEY (merchant_id, claim_id) REFERENCES claims(merchant_id, claim_id),
  constraint claim_facts_pkey PRIMARY KEY (merchant_id, claim_fact_id),
  constraint claim_facts_state_known CHECK ((state = ANY (ARRAY['claimed'::text, 'attested'::text, 'unproven'::text])))
);

create table claim_items (
  merchant_id uuid not null,
  claim_id uuid not null,
  ordinal integer not null,
  order_id uuid not null,
  line_id text,
  packet_id text,
  from_unit integer not null,
  to_unit integer not null,
  constraint claim_items_of_claim FOREIGN KEY (merchant_id, claim_id) REFERENCES claims(merchant_id, claim_id),
  constraint claim_items_of_order FOREIGN KEY (merchant_id, order_id) REFERENCES orders(merchant_id, order_id),
  constraint claim_items_pkey PRIMARY KEY (merchant_id, claim_id, ordinal),
  constraint claim_items_units CHECK (((0 <= from_unit) AND (from_unit < to_unit)))
);

create table claim_letters (
  merchant_id uuid not null,
  claim_id uuid not null,
  payload text not null,
  key_id uuid not null,
  signature bytea not null,
  issued_at timestamp with time zone not null,
  constraint claim_letters_key PRIMARY KEY (merchant_id, claim_id),
  constraint claim_letters_of_claim FOREIGN KEY (merchant_id, claim_id) REFERENCES claims(merchant_id, claim_id),
  constraint claim_letters_signature_size CHECK ((octet_length(signature) = 64)),
  constraint claim_letters_signed_with FOREIGN KEY (merchant_id, key_id) REFERENCES signing_keys(merchant_id, key_id)
);

create table claims (
  merchant_id uuid not null,
  claim_id uuid not null,
  number text not null,
  kind text not null,
  status text not null,
  channel text not null,
  language text not null,
  reference text,
  person_id uuid,
  final boolean default false not null,
  unmatched text,
  refusal_code text,
  needed jsonb default '[]'::jsonb not null,
  filed_by_kind text not null,
  filed_by_id text not null,
  received_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  recorded_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  settled_at timestamp with time zone,
  disputed boolean default false not null,
  pinned jsonb,
  refusal_values jsonb default '{}'::jsonb not null,
  constraint claims_channel_known CHECK ((channel = ANY (ARRAY['portal'::text, 'staff'::text, 'api'::text, 'import'::text]))),
  constraint claims_ending_when_and_how CHECK (((status <> 'ending'::text) OR ((ends_at IS NOT NULL) AND (pinned IS NOT NULL)))),
  constraint claims_kind_known CHECK ((kind = ANY (ARRAY['cancel'::text, 'refund'::text, 'ineffective'::text, 'packet_return'::text, 'campaign_off'::text]))),
  constraint claims_number_once UNIQUE (number, merchant_id),
  constraint claims_pkey PRIMARY KEY (merchant_id, claim_id),
  constraint claims_refused_with_code CHECK (((status = 'refused'::text) = (refusal_code IS NOT NULL))),
  constraint claims_status_known CHECK ((status = ANY (ARRAY['filed'::text, 'gathering'::text, 'reviewing'::text, 'ending'::text, 'approved'::text, 'refused'::text, 'settling'::text, 'settled'::text, 'withdrawn'::text])))
);

create table clocks (
  merchant_id uuid not null,
  clock_id uuid not null,
  subject_id uuid not null,
  clock text not null,
  source text not null,
  within text not null,
  holder text not null,
  voluntary boolean not null,
  zone text not null,
  started_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  provisional boolean not null,
  calendar text not null,
  pauses jsonb default '[]'::jsonb not null,
  status text not null,
  stopped_at timestamp with time zone,
  deadline text not null,
  unpaused_due_at timestamp with time zone,
  constraint clocks_pkey PRIMARY KEY (merchant_id, clock_id),
  constraint clocks_status_known CHECK ((status = ANY (ARRAY['running'::text, 'kept'::text, 'broken'::text, 'lapsed'::text, 'cancelled'::text])))
);

create table consequence_changes (
  merchant_id uuid not null,
  change_id uuid not null,
  order_id uuid not null,
  claim_id uuid,
  kind text not null,
  subject text not null,
  reference text not null,
  unit text not null,
  amount bigint not null,
  told_at timestamp with time zone not null,
  constraint consequence_changes_kind_known CHECK ((kind = ANY (ARRAY['voided'::text, 'offset'::text, 'cleared'::text, 'restored'::text, 'shortfall'::text]))),
  constraint consequence_changes_of_order FOREIGN KEY (merchant_id, order_id) REFERENCES orders(merchant_id, order_id),
  constraint consequence_changes_pkey PRIMARY KEY (merchant_id, change_id),
  constraint consequence_changes_something CHECK ((amount <> 0)),
  constraint consequence_changes_subject_known CHECK ((subject = ANY (ARRAY['packet'::text, 'points'::text, 'gift'::text, 'coupon'::text, 'take'::text, 'chargeback'::text, 'outside'::text])))
);

create table credentials (
  token_hash bytea not null,
  merchant_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  name text not null,
  rights text[] not null,
  order_ids uuid[],
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  constraint credentials_key PRIMARY KEY (token_hash),
  constraint credentials_kind_known CHECK ((kind = ANY (ARRAY['staff'::text, 'key'::text, 'customer'::text])))
);

create table customers (
  merchant_id uuid not null,
  customer_id uuid not null,
  reference text,
  kind text not null,
  person_id uuid,
  created_at timestamp with time zone not null,
  constraint customers_kind_known CHECK ((kind = ANY (ARRAY['consumer'::text, 'business'::text]))),
  constraint customers_pkey PRIMARY KEY (merchant_id, customer_id),
  constraint customers_reference_once UNIQUE (reference, merchant_id)
);

create table decisions (
  merchant_id uuid not null,
  decision_id uuid not null,
  claim_id uuid not null,
  order_id uuid not null,
  accepted boolean not null,
  corrects uuid,
  decision text not null,
  decided_at timestamp with time zone not null,
  grounds jsonb,
  constraint decisions_of_claim FOREIGN KEY (merchant_id, claim_id) REFERENCES claims(merchant_id, claim_id),
  constraint decisions_of_order FOREIGN KEY (merchant_id, order_id) REFERENCES orders(merchant_id, order_id),
  constraint decisions_pkey PRIMARY KEY (merchant_id, decision_id)
);

create table deliveries (
  merchant_id uuid not null,
  subscriber text not null,
  event_id uuid not null,
  due_at timestamp with time zone default now() not null,
  attempts integer default 0 not null,
  handled_at timestamp with time zone,
  constraint deliveries_key PRIMARY KEY (merchant_id, subscriber, event_id)
);

create table event_subscriptions (
  type text not null,
  subscriber text not null,
  constraint event_subscriptions_key PRIMARY KEY (type, subscriber)
);

create table events (
  merchant_id uuid not null,
  event_id uuid not null,
  type text not null,
  subject text not null,
  payload jsonb not null,
  at timestamp with time zone not null,
  constraint events_key PRIMARY KEY (merchant_id, event_id)
);

create table gateway_accounts (
  merchant_id uuid not null,
  account text not null,
  gateway text not null,
  currency text not null,
  settings jsonb not null,
  key_record_id uuid not null,
  callback_id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  constraint gateway_accounts_gateway_known CHECK ((gateway = 'wechatpay'::text)),
  constraint gateway_accounts_name CHECK ((account ~ '^[a-z0-9][a-z0-9_-]{0,39}$'::text)),
  constraint gateway_accounts_pkey PRIMARY KEY (merchant_id, account)
);

create table gateway_permits (
  merchant_id uuid not null,
  account text not null,
  second bigint not null,
  taken integer not null,
  constraint gateway_permits_of_account FOREIGN KEY (merchant_id, account) REFERENCES gateway_accounts(merchant_id, account),
  constraint gateway_permits_pkey PRIMARY KEY (merchant_id, account)
);

create table gateway_routes (
  callback_id uuid not null,
  merchant_id uuid not null,
  account text not null,
  constraint gateway_routes_pkey PRIMARY KEY (callback_id)
);

create table ledger_checkpoints (
  merchant_id uuid not null,
  horizon xid8 not null,
  account text not null,
  unit text not null,
  balance numeric not null,
  constraint ledger_checkpoints_pkey PRIMARY KEY (merchant_id, horizon, account, unit)
);

create table ledger_transfers (
  merchant_id uuid not null,
  transfer_id uuid not null,
  kind text not null,
  reference text not null,
  leg integer not null,
  order_id uuid,
  debit_account text not null,
  credit_account text not null,
  unit text not null,
  amount bigint not null,
  recorded_at timestamp with time zone not null,
  written_in xid8 default pg_current_xact_id() not null,
  constraint ledger_transfers_amount CHECK (((amount > 0) AND (amount <= '9007199254740991'::bigint))),
  constraint ledger_transfers_between_two CHECK ((debit_account <> credit_account)),
  constraint ledger_transfers_kind_named CHECK ((kind <> ''::text)),
  constraint ledger_transfers_pkey PRIMARY KEY (merchant_id, transfer_id),
  constraint ledger_transfers_posted_once UNIQUE (merchant_id, kind, reference, leg),
  constraint ledger_transfers_reference_named CHECK ((reference <> ''::text))
);

create table market_floors (
  merchant_id uuid not null,
  market text not null,
  policy_id text not null,
  constraint market_floors_market_form CHECK ((market ~ '^[A-Z]{2}$'::text)),
  constraint market_floors_pkey PRIMARY KEY (merchant_id, market, policy_id)
);

create table merchant_profiles (
  merchant_id uuid not null,
  registered_name text not null,
  address text not null,
  phone text,
  email text,
  hours jsonb,
  website text,
  complaints_phone text,
  complaints_email text,
  changed_at timestamp with time zone not null,
  constraint merchant_profiles_contact CHECK ((COALESCE(phone, email) IS NOT NULL)),
  constraint merchant_profiles_key PRIMARY KEY (merchant_id)
);

create table merchant_routes (
  slug text not null,
  merchant_id uuid not null,
  constraint merchant_routes_key PRIMARY KEY (slug)
);

create table merchants (
  merchant_id uuid not null,
  slug text not null,
  name text not null,
  zone text default 'Asia/Shanghai'::text not null,
  one_person boolean default false not null,
  financial boolean default false not null,
  default_policy_set_id uuid,
  created_at timestamp with time zone not null,
  one_person_since timestamp with time zone,
  financial_since timestamp with time zone,
  calendar text,
  language text default 'zh-CN'::text not null,
  constraint merchants_default_policy_set FOREIGN KEY (merchant_id, default_policy_set_id) REFERENCES policy_sets(merchant_id, policy_set_id),
  constraint merchants_key PRIMARY KEY (merchant_id),
  constraint merchants_language_known CHECK ((language = ANY (ARRAY['zh-CN'::text, 'zh-TW'::text, 'en'::text]))),
  constraint merchants_slug_form CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'::text))
);

create table money_problems (
  merchant_id uuid not null,
  problem_id uuid not null,
  order_id uuid not null,
  kind text not null,
  reference text not null,
  unit text not null,
  units numeric not null,
  other_units numeric,
  told_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_by text,
  outcome text,
  constraint money_problems_closed CHECK ((((closed_at IS NULL) = (closed_by IS NULL)) AND ((closed_at IS NULL) = (outcome IS NULL)))),
  constraint money_problems_kind_known CHECK ((kind = ANY (ARRAY['payouts_stopped'::text, 'paid_beyond'::text, 'debit_differs'::text, 'chargeback_differs'::text, 'payment_differs'::text]))),
  constraint money_problems_of_order FOREIGN KEY (merchant_id, order_id) REFERENCES orders(merchant_id, order_id),
  constraint money_problems_outcome_known CHECK ((outcome = ANY (ARRAY['corrected'::text, 'collected'::text, 'written_off'::text, 'as_it_should_be'::text]))),
  constraint money_problems_pkey PRIMARY KEY (merchant_id, problem_id)
);

create table notices (
  merchant_id uuid not null,
  notice_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  occasion text not null,
  person_id uuid,
  language text not null,
  record_id uuid,
  content jsonb not null,
  status text not null,
  channel text,
  proof text,
  queued_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  delivered_at timestamp with time zone,
  constraint notices_once UNIQUE (merchant_id, subject_id, kind, occasion),
  constraint notices_pkey PRIMARY KEY (merchant_id, notice_id),
  constraint notices_status_known CHECK ((status = ANY (ARRAY['queued'::text, 'accepted'::text, 'delivered'::text, 'bounced'::text, 'unknown'::text, 'read'::text, 'acknowledged'::text, 'no_addressee'::text])))
);

create table obligations (
  merchant_id uuid not null,
  obligation_id uuid not null,
  order_id uuid not null,
  claim_id uuid,
  tender_id text,
  purpose text not null,
  route text not null,
  unit text not null,
  units bigint not null,
  status text not null,
  created_at timestamp with time zone not null,
  met_at timestamp with time zone,
  released_at timestamp with time zone,
  released_by text,
  release_reason text,
  constraint obligations_of_order FOREIGN KEY (merchant_id, order_id) REFERENCES order_settlements(merchant_id, order_id),
  constraint obligations_of_tender FOREIGN KEY (merchant_id, order_id, tender_id) REFERENCES tender_states(merchant_id, order_id, tender_id),
  constraint obligations_pkey PRIMARY KEY (merchant_id, obligation_id),
  constraint obligations_purpose_named CHECK ((purpose <> ''::text)),
  constraint obligations_release_reason_known CHECK ((release_reason = ANY (ARRAY['paid_elsewhere'::text, 'entered_in_error'::text, 'customer_waived'::text, 'unreachable'::text, 'gone_elsewhere'::text]))),
  constraint obligations_released_by_someone CHECK ((((status = 'released'::text) = (released_by IS NOT NULL)) AND ((released_by IS NULL) = (release_reason IS NULL)))),
  constraint obligations_route_known CHECK ((route = ANY (ARRAY['gateway'::text, 'internal'::text, 'transfer'::text]))),
  constraint obligations_status_known CHECK ((status = ANY (ARRAY['planned'::text, 'in_progress'::text, 'met'::text, 'released'::text]))),
  constraint obligations_units CHECK (((0 < units) AND (units <= '9007199254740991'::bigint)))
);

create table order_acceptances (
  merchant_id uuid not null,
  order_id uuid not null,
  acceptance_id uuid not null,
  accepted_at timestamp with time zone not null,
  channel text not null,
  means text not null,
  language text not null,
  policies jsonb not null,
  later boolean not null,
  recorded_at timestamp with time zone not null,
  constraint order_acceptances_channel_form CHECK ((channel ~ '^[a-z0-9][a-z0-9._-]{0,39}$'::text)),
  constraint order_acceptances_means_known CHECK ((means = ANY (ARRAY['button'::text, 'checkbox'::text, 'signature'::text, 'message'::text, 'spoken'::text]))),
  constraint order_acceptances_of_order FOREIGN KEY (merchant_id, order_id) REFERENCES orders(merchant_id, order_id),
  constraint order_acceptances_pkey PRIMARY KEY (merchant_id, order_id, acceptance_id)
);

create table order_events (
  merchant_id uuid not null,
  order_id uuid not null,
  event_id uuid not null,
  kind text not null,
  occurred_at timestamp with time zone not null,
  data jsonb not null,
  reference text,
  recorded_at timestamp with time zone not null,
  constraint order_events_of_order FOREIGN KEY (merchant_id, order_id) REFERENCES orders(merchant_id, order_id),
  constraint order_events_pkey PRIMARY KEY (merchant_id, order_id, event_id),
  constraint order_events_reference_once UNIQUE (merchant_id, order_id, reference)
);

create table order_facts (
  merchant_id uuid not null,
  order_id uuid not null,
  facts jsonb not null,
  payment integer default 1 not null,
  constraint order_facts_of_order FOREIGN KEY (merchant_id, order_id) REFERENCES orders(merchant_id, order_id),
  constraint order_facts_payment_counts CHECK ((payment >= 1)),
  constraint order_facts_pkey PRIMARY KEY (merchant_id, order_id, payment)
);

create table order_lines (
  merchant_id uuid not null,
  order_id uuid not null,
  line_id text not null,
  "position" integer not null,
  kind text not null,
  product_code text,
  product_name text,
  quantity bigint not null,
  list_minor bigint not null,
  constraint order_lines_list CHECK ((list_minor >= 0)),
  constraint order_lines_of_order FOREIGN KEY (merchant_id, order_id) REFERENCES orders(merchant_id, order_id),
  constraint order_lines_pkey PRIMARY KEY (merchant_id, order_id, line_id),
  constraint order_lines_quantity CHECK ((quantity > 0))
);

create table order_settlements (
  merchant_id uuid not null,
  order_id uuid not null,
  holder text not null,
  constraint order_settlements_of_order FOREIGN KEY (merchant_id, order_id) REFERENCES orders(merchant_id, order_id),
  constraint order_settlements_pkey PRIMARY KEY (merchant_id, order_id)
);

create table order_tenders (
  merchant_id uuid not null,
  order_id uuid not null,
  tender_id text not null,
  "position" integer not null,
  kind text not null,
  unit text not null,
  units bigint not null,
  value_minor bigint not null,
  gateway_account text,
  gateway_transaction text,
  constraint order_tenders_of_order FOREIGN KEY (merchant_id, order_id) REFERENCES orders(merchant_id, order_id),
  constraint order_tenders_pkey PRIMARY KEY (merchant_id, order_id, tender_id),
  constraint order_tenders_units CHECK ((units >= 0)),
  constraint order_tenders_value CHECK ((value_minor >= 0))
);

create table orders (
  merchant_id uuid not null,
  order_id uuid not null,
  order_number text not null,
  status text not null,
  currency text not null,
  zone text not null,
  channel text,
  customer_id uuid,
  contact_record_id uuid,
  ordered_at timestamp with time zone not null,
  signed_at timestamp with time zone,
  paid_at timestamp with time zone,
  paid_minor bigint,
  pins jsonb not null,
  pins_from text not null,
  draft jsonb,
  source_digest bytea,
  recorded_at timestamp with time zone not null,
  calendar text,
  language text,
  constraint orders_language_known CHECK ((language = ANY (ARRAY['zh-CN'::text, 'zh-TW'::text, 'en'::text]))),
  constraint orders_number_once UNIQUE (order_number, merchant_id),
  constraint orders_of_customer FOREIGN KEY (merchant_id, customer_id) REFERENCES customers(merchant_id, customer_id),
  constraint orders_paid_minor_range CHECK (((paid_minor >= 0) AND (paid_minor <= '9007199254740991'::bigint))),
  constraint orders_pins_from_known CHECK ((pins_from = ANY (ARRAY['accepted'::text, 'default'::text]))),
  constraint orders_pkey PRIMARY KEY (merchant_id, order_id),
  constraint orders_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'effective'::text, 'paid'::text, 'serving'::text, 'shipped'::text, 'completed'::text, 'cancelled'::text])))
);

create table payouts (
  merchant_id uuid not null,
  payout_id uuid not null,
  obligation_id uuid not null,
  order_id uuid not null,
  claim_id uuid,
  tender_id text,
  route text not null,
  account text,
  settlement_number text not null,
  unit text not null,
  units bigint not null,
  status text not null,
  attempts integer default 0 not null,
  asks integer default 0 not null,
  moves integer default 0 not null,
  due_at timestamp with time zone,
  hint text,
  code text,
  gateway_reference text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  watch_at timestamp with time zone,
  constraint payouts_by_gateway CHECK (((route = 'gateway'::text) = (account IS NOT NULL))),
  constraint payouts_number_once UNIQUE (merchant_id, settlement_number),
  constraint payouts_of_account FOREIGN KEY (merchant_id, account) REFERENCES gateway_accounts(merchant_id, account),
  constraint payouts_of_obligation FOREIGN KEY (merchant_id, obligation_id) REFERENCES obligations(merchant_id, obligation_id),
  constraint payouts_pkey PRIMARY KEY (merchant_id, payout_id),
  constraint payouts_route_known CHECK ((route = ANY (ARRAY['gateway'::text, 'internal'::text, 'transfer'::text]))),
  constraint payouts_status_known CHECK ((status = ANY (ARRAY['planned'::text, 'sending'::text, 'settled'::text, 'failed'::text, 'uncertain'::text, 'parked'::text, 'cancelled'::text, 'reversed'::text]))),
  constraint payouts_units CHECK (((0 < units) AND (units <= '9007199254740991'::bigint)))
);

create table persons (
  merchant_id uuid not null,
  person_id uuid not null,
  created_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  constraint persons_key PRIMARY KEY (merchant_id, person_id)
);

create table policy_catalogues (
  merchant_id uuid not null,
  catalogue_hash text not null,
  text text not null,
  recorded_at timestamp with time zone not null,
  constraint policy_catalogues_hash_form CHECK ((catalogue_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint policy_catalogues_pkey PRIMARY KEY (merchant_id, catalogue_hash)
);

create table policy_drafts (
  merchant_id uuid not null,
  policy_id text not null,
  version integer not null,
  kind text not null,
  status text not null,
  text text not null,
  text_hash text not null,
  hash text,
  catalogue_hash text not null,
  persons uuid[] not null,
  recorded_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  proof_record jsonb,
  proven_hash text,
  verified_at timestamp with time zone,
  requested_at timestamp with time zone,
  waits_until timestamp with time zone,
  approved_at timestamp with time zone,
  approved_by uuid,
  approved_how text,
  constraint policy_drafts_approved_how_known CHECK ((approved_how = ANY (ARRAY['second_person'::text, 'wait'::text]))),
  constraint policy_drafts_approved_when CHECK ((((status = 'approved'::text) = (approved_at IS NOT NULL)) AND ((approved_at IS NULL) = (approved_by IS NULL)) AND ((approved_at IS NULL) = (approved_how IS NULL)))),
  constraint policy_drafts_asked_when CHECK (((requested_at IS NULL) OR (status <> 'draft'::text))),
  constraint policy_drafts_four_eyes CHECK (((approved_how IS DISTINCT FROM 'second_person'::text) OR (NOT (approved_by = ANY (persons))))),
  constraint policy_drafts_hash_form CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint policy_drafts_id_form CHECK ((policy_id ~ '^[a-z][a-z0-9._-]{0,59}$'::text)),
  constraint policy_drafts_kind_known CHECK ((kind = ANY (ARRAY['policy'::text, 'floor'::text]))),
  constraint policy_drafts_pkey PRIMARY KEY (merchant_id, policy_id, version),
  constraint policy_drafts_proven_first CHECK (((status = 'draft'::text) OR ((hash IS NOT NULL) AND (NOT (proven_hash IS DISTINCT FROM hash))))),
  constraint policy_drafts_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'verified'::text, 'approved'::text]))),
  constraint policy_drafts_text_hash_form CHECK ((text_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint policy_drafts_version_positive CHECK ((version > 0)),
  constraint policy_drafts_wait_whole CHECK ((waits_until = (requested_at + '24:00:00'::interval))),
  constraint policy_drafts_waited CHECK (((approved_how IS DISTINCT FROM 'wait'::text) OR ((waits_until IS NOT NULL) AND (approved_at >= waits_until)))),
  constraint policy_drafts_words FOREIGN KEY (merchant_id, catalogue_hash) REFERENCES policy_catalogues(merchant_id, catalogue_hash)
);

create table policy_receipts (
  merchant_id uuid not null,
  receipt_id uuid not null,
  policy_id text not null,
  version integer not null,
  hash text not null,
  language text not null,
  answers jsonb not null,
  passed boolean not null,
  recorded_at timestamp with time zone not null,
  order_id uuid,
  constraint policy_receipts_of_version FOREIGN KEY (merchant_id, policy_id, version) REFERENCES policy_versions(merchant_id, policy_id, version),
  constraint policy_receipts_pkey PRIMARY KEY (merchant_id, receipt_id),
  constraint policy_receipts_serves_passed CHECK (((order_id IS NULL) OR passed))
);

create table policy_set_members (
  merchant_id uuid not null,
  policy_set_id uuid not null,
  policy_id text not null,
  params jsonb default '{}'::jsonb not null,
  constraint policy_set_members_of_set FOREIGN KEY (merchant_id, policy_set_id) REFERENCES policy_sets(merchant_id, policy_set_id),
  constraint policy_set_members_pkey PRIMARY KEY (merchant_id, policy_set_id, policy_id)
);

create table policy_sets (
  merchant_id uuid not null,
  policy_set_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint policy_sets_pkey PRIMARY KEY (merchant_id, policy_set_id)
);

create table policy_settings (
  merchant_id uuid not null,
  policy_id text not null,
  asks_questions boolean not null,
  accept_later boolean not null,
  changed_at timestamp with time zone not null,
  constraint policy_settings_pkey PRIMARY KEY (merchant_id, policy_id)
);

create table policy_versions (
  merchant_id uuid not null,
  policy_id text not null,
  version integer not null,
  kind text not null,
  status text not null,
  proof text not null,
  hash text not null,
  catalogue_hash text not null,
  text text not null,
  recorded_at timestamp with time zone not null,
  published_at timestamp with time zone,
  superseded_at timestamp with time zone,
  origin text default 'shipped'::text not null,
  proof_record jsonb,
  persons uuid[] default '{}'::uuid[] not null,
  verified_at timestamp with time zone,
  requested_at timestamp with time zone,
  waits_until timestamp with time zone,
  approved_at timestamp with time zone,
  approved_by uuid,
  approved_how text,
  published_by uuid,
  constraint policy_versions_approved_first CHECK (((origin = 'shipped'::text) OR ((proof = 'proven'::text) AND (proof_record IS NOT NULL) AND (approved_at IS NOT NULL) AND (approved_by IS NOT NULL) AND (approved_how IS NOT NULL) AND (published_at >= approved_at)))),
  constraint policy_versions_approved_how_known CHECK ((approved_how = ANY (ARRAY['second_person'::text, 'wait'::text]))),
  constraint policy_versions_four_eyes CHECK (((approved_how IS DISTINCT FROM 'second_person'::text) OR (NOT (approved_by = ANY (persons))))),
  constraint policy_versions_hash_form CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint policy_versions_id_form CHECK ((policy_id ~ '^[a-z][a-z0-9._-]{0,59}$'::text)),
  constraint policy_versions_kind_known CHECK ((kind = ANY (ARRAY['policy'::text, 'floor'::text]))),
  constraint policy_versions_origin_known CHECK ((origin = ANY (ARRAY['shipped'::text, 'merchant'::text]))),
  constraint policy_versions_pkey PRIMARY KEY (merchant_id, policy_id, version),
  constraint policy_versions_proof_known CHECK ((proof = ANY (ARRAY['unproven'::text, 'proven'::text]))),
  constraint policy_versions_proven_first CHECK (((status <> 'published'::text) OR (proof = 'proven'::text))) NOT VALID,
  constraint policy_versions_published_when CHECK (((published_at IS NOT NULL) = (status = ANY (ARRAY['published'::text, 'superseded'::text])))),
  constraint policy_versions_status_known CHECK ((status = ANY (ARRAY['published'::text, 'superseded'::text]))),
  constraint policy_versions_superseded_when CHECK (((superseded_at IS NOT NULL) = (status = 'superseded'::text))),
  constraint policy_versions_version_positive CHECK ((version > 0)),
  constraint policy_versions_wait_whole CHECK ((waits_until = (requested_at + '24:00:00'::interval))),
  constraint policy_versions_waited CHECK (((approved_how IS DISTINCT FROM 'wait'::text) OR ((waits_until IS NOT NULL) AND (approved_at >= waits_until)))),
  constraint policy_versions_words FOREIGN KEY (merchant_id, catalogue_hash) REFERENCES policy_catalogues(merchant_id, catalogue_hash)
);

create table products (
  merchant_id uuid not null,
  product_code text not null,
  name text not null,
  constraint products_pkey PRIMARY KEY (merchant_id, product_code)
);

create table schema_migrations (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default now() not null,
  constraint schema_migrations_pkey PRIMARY KEY (name)
);

create table sign_in_attempts (
  subject_hash bytea not null,
  since timestamp with time zone not null,
  count integer not null,
  constraint sign_in_attempts_count CHECK ((count >= 0)),
  constraint sign_in_attempts_key PRIMARY KEY (subject_hash)
);

create table signing_keys (
  merchant_id uuid not null,
  key_id uuid not null,
  public_key bytea not null,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint signing_keys_key PRIMARY KEY (merchant_id, key_id)
);

create table staff (
  merchant_id uuid not null,
  staff_id uuid not null,
  sign_in_name text not null,
  display_name text not null,
  password_hash text not null,
  rights text[] not null,
  created_at timestamp with time zone not null,
  constraint staff_key PRIMARY KEY (merchant_id, staff_id)
);

create table staff_routes (
  name_hash bytea not null,
  merchant_id uuid not null,
  staff_id uuid not null,
  constraint staff_routes_key PRIMARY KEY (name_hash)
);

create table tender_states (
  merchant_id uuid not null,
  order_id uuid not null,
  tender_id text not null,
  kind text not null,
  unit text not null,
  account text,
  gateway_transaction text,
  captured bigint not null,
  obliged bigint default 0 not null,
  captured_at timestamp with time zone not null,
  refunds_sent integer default 0 not null,
  last_sent_at timestamp with time zone,
  excess bigint default 0 not null,
  constraint tender_states_captured_range CHECK ((captured <= '9007199254740991'::bigint)),
  constraint tender_states_kind_known CHECK ((kind = ANY (ARRAY['money'::text, 'wallet'::text, 'packet'::text, 'points'::text, 'gift_card'::text]))),
  constraint tender_states_never_over CHECK (((0 <= obliged) AND (0 <= excess) AND (obliged <= (captured - excess)))),
  constraint tender_states_of_account FOREIGN KEY (merchant_id, account) REFERENCES gateway_accounts(merchant_id, account),
  constraint tender_states_of_order FOREIGN KEY (merchant_id, order_id) REFERENCES order_settlements(merchant_id, order_id),
  constraint tender_states_pkey PRIMARY KEY (merchant_id, order_id, tender_id),
  constraint tender_states_whole_payment CHECK (((account IS NULL) = (gateway_transaction IS NULL)))
);

create table transfer_statements (
  merchant_id uuid not null,
  transfer_id uuid not null,
  obligation_id uuid not null,
  reference text not null,
  evidence jsonb not null,
  status text not null,
  stated_by text not null,
  stated_at timestamp with time zone not null,
  decided_by text,
  decided_at timestamp with time zone,
  constraint transfer_statements_decided CHECK ((((status = 'stated'::text) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL)))),
  constraint transfer_statements_four_eyes CHECK (((status <> 'approved'::text) OR (decided_by <> stated_by))),
  constraint transfer_statements_have_evidence CHECK ((jsonb_array_length(evidence) > 0)),
  constraint transfer_statements_of_obligation FOREIGN KEY (merchant_id, obligation_id) REFERENCES obligations(merchant_id, obligation_id),
  constraint transfer_statements_pkey PRIMARY KEY (merchant_id, transfer_id),
  constraint transfer_statements_status_known CHECK ((status = ANY (ARRAY['stated'::text, 'approved'::text, 'rejected'::text])))
);

create table vault_records (
  merchant_id uuid not null,
  record_id uuid not null,
  person_id uuid not null,
  kind text not null,
  sealed bytea not null,
  created_at timestamp with time zone not null,
  constraint vault_records_key PRIMARY KEY (merchant_id, record_id),
  constraint vault_records_person FOREIGN KEY (merchant_id, person_id) REFERENCES persons(merchant_id, person_id)
);


CREATE INDEX answers_by_day ON public.answers USING btree (merchant_id, day);
CREATE INDEX audit_entries_by_subject ON public.audit_entries USING btree (merchant_id, subject, entry_id);
CREATE INDEX backtests_by_policy ON public.backtests USING btree (merchant_id, policy_id, version, backtest_id);
CREATE INDEX callback_inbox_by_age ON public.callback_inbox USING btree (merchant_id, received_at);
CREATE INDEX claim_facts_by_claim ON public.claim_facts USING btree (merchant_id, claim_id);
CREATE INDEX claim_items_by_order ON public.claim_items USING btree (merchant_id, order_id);
CREATE INDEX claims_by_status ON public.claims USING btree (status, merchant_id, claim_id);
CREATE INDEX claims_ending ON public.claims USING btree (merchant_id, ends_at) WHERE (status = 'ending'::text);
CREATE UNIQUE INDEX claims_reference_once ON public.claims USING btree (merchant_id, reference) WHERE (reference IS NOT NULL);
CREATE INDEX clocks_by_subject ON public.clocks USING btree (merchant_id, subject_id);
CREATE INDEX clocks_running ON public.clocks USING btree (merchant_id, due_at) WHERE (status = 'running'::text);
CREATE INDEX consequence_changes_by_claim ON public.consequence_changes USING btree (merchant_id, claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX consequence_changes_by_order ON public.consequence_changes USING btree (merchant_id, order_id);
CREATE INDEX credentials_by_end ON public.credentials USING btree (expires_at) WHERE (expires_at IS NOT NULL);
CREATE INDEX credentials_by_subject ON public.credentials USING btree (merchant_id, subject_id);
CREATE INDEX customers_by_person ON public.customers USING btree (merchant_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX decisions_by_claim ON public.decisions USING btree (merchant_id, claim_id);
CREATE INDEX decisions_by_order ON public.decisions USING btree (merchant_id, order_id);
CREATE INDEX deliveries_handled ON public.deliveries USING btree (merchant_id, handled_at) WHERE (handled_at IS NOT NULL);
CREATE INDEX deliveries_waiting ON public.deliveries USING btree (subscriber, merchant_id, due_at) WHERE (handled_at IS NULL);
CREATE INDEX events_by_time ON public.events USING btree (merchant_id, at);
CREATE INDEX ledger_transfers_by_order ON public.ledger_transfers USING btree (merchant_id, order_id, transfer_id) WHERE (order_id IS NOT NULL);
CREATE INDEX ledger_transfers_by_transaction ON public.ledger_transfers USING btree (merchant_id, written_in);
CREATE UNIQUE INDEX merchant_routes_by_merchant ON public.merchant_routes USING btree (merchant_id);
CREATE INDEX money_problems_by_order ON public.money_problems USING btree (merchant_id, order_id, problem_id);
CREATE UNIQUE INDEX money_problems_open ON public.money_problems USING btree (merchant_id, order_id, kind, reference) WHERE (closed_at IS NULL);
CREATE INDEX notices_by_subject ON public.notices USING btree (merchant_id, subject_id, notice_id);
CREATE INDEX obligations_by_claim ON public.obligations USING btree (merchant_id, claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX obligations_by_order ON public.obligations USING btree (order_id, merchant_id);
CREATE INDEX obligations_open ON public.obligations USING btree (merchant_id, obligation_id) WHERE (status = ANY (ARRAY['planned'::text, 'in_progress'::text]));
CREATE INDEX orders_by_customer ON public.orders USING btree (merchant_id, customer_id) WHERE (customer_id IS NOT NULL);
CREATE INDEX payouts_by_claim ON public.payouts USING btree (merchant_id, claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX payouts_by_order ON public.payouts USING btree (merchant_id, order_id);
CREATE INDEX payouts_due ON public.payouts USING btree (merchant_id, account, due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX payouts_not_settled ON public.payouts USING btree (merchant_id, status, payout_id) WHERE (status <> 'settled'::text);
CREATE UNIQUE INDEX payouts_one_stands ON public.payouts USING btree (merchant_id, obligation_id) WHERE (status <> ALL (ARRAY['cancelled'::text, 'reversed'::text]));
CREATE INDEX payouts_watched ON public.payouts USING btree (merchant_id, account, watch_at) WHERE (watch_at IS NOT NULL);
CREATE UNIQUE INDEX policy_versions_one_published ON public.policy_versions USING btree (merchant_id, policy_id) WHERE (status = 'published'::text);
CREATE INDEX sign_in_attempts_by_age ON public.sign_in_attempts USING btree (since);
CREATE UNIQUE INDEX signing_keys_one_active ON public.signing_keys USING btree (merchant_id) WHERE (retired_at IS NULL);
CREATE INDEX transfer_statements_by_status ON public.transfer_statements USING btree (merchant_id, status, transfer_id);
CREATE UNIQUE INDEX transfer_statements_one_stands ON public.transfer_statements USING btree (merchant_id, obligation_id) WHERE (status <> 'rejected'::text);
CREATE UNIQUE INDEX transfer_statements_reference_once ON public.transfer_statements USING btree (merchant_id, reference) WHERE (status <> 'rejected'::text);
CREATE INDEX vault_records_by_person ON public.vault_records USING btree (merchant_id, person_id);

alter table answers enable row level security; -- forced
create policy own_merchant on answers using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table api_keys enable row level security; -- forced
create policy own_merchant on api_keys using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table audit_entries enable row level security; -- forced
create policy own_merchant on audit_entries using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table backtests enable row level security; -- forced
create policy own_merchant on backtests using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table balances enable row level security; -- forced
create policy own_merchant on balances using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table callback_inbox enable row level security; -- forced
create policy own_merchant on callback_inbox using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table claim_facts enable row level security; -- forced
create policy own_merchant on claim_facts using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table claim_items enable row level security; -- forced
create policy own_merchant on claim_items using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table claim_letters enable row level security; -- forced
create policy own_merchant on claim_letters using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table claims enable row level security; -- forced
create policy own_merchant on claims using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table clocks enable row level security; -- forced
create policy own_merchant on clocks using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table consequence_changes enable row level security; -- forced
create policy own_merchant on consequence_changes using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table customers enable row level security; -- forced
create policy own_merchant on customers using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table decisions enable row level security; -- forced
create policy own_merchant on decisions using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table events enable row level security; -- forced
create policy own_merchant on events using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table gateway_accounts enable row level security; -- forced
create policy own_merchant on gateway_accounts using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table gateway_permits enable row level security; -- forced
create policy own_merchant on gateway_permits using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table ledger_checkpoints enable row level security; -- forced
create policy own_merchant on ledger_checkpoints using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table ledger_transfers enable row level security; -- forced
create policy own_merchant on ledger_transfers using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table market_floors enable row level security; -- forced
create policy own_merchant on market_floors using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table merchant_profiles enable row level security; -- forced
create policy own_merchant on merchant_profiles using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table merchants enable row level security; -- forced
create policy own_merchant on merchants using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table money_problems enable row level security; -- forced
create policy own_merchant on money_problems using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table notices enable row level security; -- forced
create policy own_merchant on notices using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table obligations enable row level security; -- forced
create policy own_merchant on obligations using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table order_acceptances enable row level security; -- forced
create policy own_merchant on order_acceptances using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table order_events enable row level security; -- forced
create policy own_merchant on order_events using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table order_facts enable row level security; -- forced
create policy own_merchant on order_facts using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table order_lines enable row level security; -- forced
create policy own_merchant on order_lines using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table order_settlements enable row level security; -- forced
create policy own_merchant on order_settlements using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table order_tenders enable row level security; -- forced
create policy own_merchant on order_tenders using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table orders enable row level security; -- forced
create policy own_merchant on orders using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table payouts enable row level security; -- forced
create policy own_merchant on payouts using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table persons enable row level security; -- forced
create policy own_merchant on persons using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table policy_catalogues enable row level security; -- forced
create policy own_merchant on policy_catalogues using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table policy_drafts enable row level security; -- forced
create policy own_merchant on policy_drafts using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table policy_receipts enable row level security; -- forced
create policy own_merchant on policy_receipts using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table policy_set_members enable row level security; -- forced
create policy own_merchant on policy_set_members using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table policy_sets enable row level security; -- forced
create policy own_merchant on policy_sets using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table policy_settings enable row level security; -- forced
create policy own_merchant on policy_settings using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table policy_versions enable row level security; -- forced
create policy own_merchant on policy_versions using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table products enable row level security; -- forced
create policy own_merchant on products using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table signing_keys enable row level security; -- forced
create policy own_merchant on signing_keys using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table staff enable row level security; -- forced
create policy own_merchant on staff using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table tender_states enable row level security; -- forced
create policy own_merchant on tender_states using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table transfer_statements enable row level security; -- forced
create policy own_merchant on transfer_statements using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);
alter table vault_records enable row level security; -- forced
create policy own_merchant on vault_records using (merchant_id = (NULLIF(current_setting('app.merchant'::text, true), ''::text))::uuid);

grant delete, insert, select on answers to makegood_app;
grant insert, select, update on api_keys to makegood_app;
grant insert, select on audit_entries to makegood_app;
grant insert, select on backtests to makegood_app;
grant insert, select, update on balances to makegood_app;
grant delete, insert, select on callback_inbox to makegood_app;
grant insert, select on claim_facts to makegood_app;
grant insert, select on claim_items to makegood_app;
grant insert, select on claim_letters to makegood_app;
grant insert, select, update on claims to makegood_app;
grant insert, select, update on clocks to makegood_app;
grant insert, select on consequence_changes to makegood_app;
grant delete, insert, select, update on credentials to makegood_app;
grant insert, select, update on customers to makegood_app;
grant insert, select on decisions to makegood_app;
grant delete, insert, select, update on deliveries to makegood_app;
grant delete, insert, select on event_subscriptions to makegood_app;
grant delete, insert, select on events to makegood_app;
grant insert, select, update on gateway_accounts to makegood_app;
grant insert, select, update on gateway_permits to makegood_app;
grant insert, select on gateway_routes to makegood_app;
grant delete, insert, select on ledger_checkpoints to makegood_app;
grant insert, select on ledger_transfers to makegood_app;
grant delete, insert, select on market_floors to makegood_app;
grant insert, select, update on merchant_profiles to makegood_app;
grant insert, select on merchant_routes to makegood_app;
grant insert, select, update on merchants to makegood_app;
grant insert, select, update on money_problems to makegood_app;
grant insert, select, update on notices to makegood_app;
grant insert, select, update on obligations to makegood_app;
grant insert, select on order_acceptances to makegood_app;
grant insert, select on order_events to makegood_app;
grant insert, select on order_facts to makegood_app;
grant insert, select on order_lines to makegood_app;
grant insert, select, update on order_settlements to makegood_app;
grant insert, select on order_tenders to makegood_app;
grant insert, select, update on orders to makegood_app;
grant insert, select, update on payouts to makegood_app;
grant delete, insert, select, update on persons to makegood_app;
grant insert, select on policy_catalogues to makegood_app;
grant delete, insert, select, update on policy_drafts to makegood_app;
grant insert, select on policy_receipts to makegood_app;
grant insert, select on policy_set_members to makegood_app;
grant insert, select on policy_sets to makegood_app;
grant insert, select, update on policy_settings to makegood_app;
grant insert, select on policy_versions to makegood_app;
grant insert, select, update on products to makegood_app;
grant select on schema_migrations to makegood_app;
grant delete, insert, select, update on sign_in_attempts to makegood_app;
grant insert, select on signing_keys to makegood_app;
grant delete, insert, select, update on staff to makegood_app;
grant delete, insert, select on staff_routes to makegood_app;
grant insert, select, update on tender_states to makegood_app;
grant insert, select, update on transfer_statements to makegood_app;
grant delete, insert, select on vault_records to makegood_app;
