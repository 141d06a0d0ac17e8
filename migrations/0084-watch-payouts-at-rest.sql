-- When a payout at rest is looked at again: money that the gateway holds, and successes that it may
-- have taken back without a callback that reached us. A job turns it into a call that is due.
alter table payouts add column watch_at timestamptz;
create index payouts_watched on payouts (merchant_id, account, watch_at) where watch_at is not null;
update payouts set watch_at = now()
  where route = 'gateway' and due_at is null and status in ('parked', 'reversed');
