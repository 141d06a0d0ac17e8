-- Whether a chargeback has a part in what a claim is owed: such a claim may have to wait for the
-- chargeback to end, and is looked at again when it does.
alter table claims add column disputed boolean not null default false;
