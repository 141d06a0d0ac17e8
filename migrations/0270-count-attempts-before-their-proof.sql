-- Attempts are counted before what they bring is looked at, one row for each name or address: a
-- burst of guesses waits for the row and finds it full. Failures counted afterwards all got through.
drop table sign_in_failures;
create table sign_in_attempts (
  subject_hash bytea not null,
  since timestamptz not null,
  count integer not null,
  constraint sign_in_attempts_key primary key (subject_hash),
  constraint sign_in_attempts_count check (count >= 0)
);
create index sign_in_attempts_by_age on sign_in_attempts (since);
select makegood_share('sign_in_attempts', 'select, insert, update, delete');
