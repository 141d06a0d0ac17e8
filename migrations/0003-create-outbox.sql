-- Events are written with their cause. Each gets one delivery per subscriber of its type, in the
-- same commit: nothing follows a sequence, so a late commit is never passed over.
create table events (
  merchant_id uuid not null,
  event_id uuid not null,
  type text not null,
  subject text not null,
  payload jsonb not null,
  at timestamptz not null,
  constraint events_key primary key (merchant_id, event_id)
);
create index events_by_time on events (merchant_id, at);
select makegood_protect('events', 'select, insert, delete');

-- Who hears of what; read by every transaction that emits.
create table event_subscriptions (
  type text not null,
  subscriber text not null,
  constraint event_subscriptions_key primary key (type, subscriber)
);
select makegood_share('event_subscriptions', 'select, insert, delete');

-- A routing table: the dispatcher does not know the merchant yet. `handled_at` is set in the
-- subscriber's own commit, which is what makes the outcome happen once.
create table deliveries (
  merchant_id uuid not null,
  subscriber text not null,
  event_id uuid not null,
  due_at timestamptz not null default now(),
  attempts integer not null default 0,
  handled_at timestamptz,
  constraint deliveries_key primary key (merchant_id, subscriber, event_id)
);
create index deliveries_waiting on deliveries (subscriber, merchant_id, due_at) where handled_at is null;
create index deliveries_handled on deliveries (merchant_id, handled_at) where handled_at is not null;
select makegood_share('deliveries');
