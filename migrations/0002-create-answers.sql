-- Stored answers of idempotent calls. `scope` is the SHA-256 of actor, route and key; the answer is
-- sealed under a key of its day, which is destroyed when the answers of that day are dropped.
create table answers (
  merchant_id uuid not null,
  scope bytea not null,
  request_hash bytea not null,
  day date not null,
  sealed bytea not null,
  constraint answers_key primary key (merchant_id, scope)
);
create index answers_by_day on answers (merchant_id, day);
select makegood_protect('answers', 'select, insert, delete');
