-- What a stored version of a policy would have brought: asked for, run by a worker, kept with it.
create table backtests (
  merchant_id uuid not null,
  backtest_id uuid not null,
  policy_id text not null,
  version integer not null,
  -- of the text that was run; a draft that has changed since has another one
  hash text not null constraint backtests_hash_form check (hash ~ '^[0-9a-f]{64}$'),
  replaces text[] not null,
  -- claims received from (inclusive) to (exclusive); null is open
  from_at timestamptz,
  to_at timestamptz,
  status text not null constraint backtests_status_known
    check (status in ('queued', 'running', 'done', 'stopped', 'failed')),
  done bigint not null default 0,
  total bigint not null default 0,
  fault text,
  report jsonb,
  requested_by text not null,
  requested_at timestamptz not null,
  finished_at timestamptz,
  primary key (merchant_id, backtest_id),
  constraint backtests_reported_when_done check ((status = 'done') = (report is not null)),
  constraint backtests_fault_when_failed check ((status = 'failed') = (fault is not null)),
  constraint backtests_finished_when check
    ((status in ('queued', 'running')) = (finished_at is null))
);
create index backtests_by_policy on backtests (merchant_id, policy_id, version, backtest_id);

select makegood_protect('backtests', 'select, insert, update (status, done, total, fault, report, finished_at)');
