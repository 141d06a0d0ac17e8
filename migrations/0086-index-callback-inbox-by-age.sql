-- Callbacks that no gateway repeats any more are deleted by age.
create index callback_inbox_by_age on callback_inbox (merchant_id, received_at);
