-- A cancellation that was accepted for a later end waits for it in a state of its own, under the
-- rules that were pinned when it was accepted: acceptance of newer ones must not change it.
alter table claims drop constraint claims_status_known;
alter table claims add constraint claims_status_known check (status in
  ('filed', 'gathering', 'reviewing', 'ending', 'approved', 'refused', 'settling', 'settled',
   'withdrawn'));
alter table claims add column pinned jsonb;
alter table claims add constraint claims_ending_when_and_how
  check (status <> 'ending' or (ends_at is not null and pinned is not null));
create index claims_ending on claims (merchant_id, ends_at) where status = 'ending';

-- What a sentence of a refusal names beside its code: the earlier claim, and what it chose.
alter table claims add column refusal_values jsonb not null default '{}';
