-- What settlement knew of the order when a decision was made, as far as it goes on changing: with
-- it a letter states the sums of that day whenever it is written. Decisions from before have none.
alter table decisions add column grounds jsonb;

-- One letter per decided claim, written when it is first asked for. The payload is canonical JSON
-- without personal data; these bytes are what is signed.
create table claim_letters (
  merchant_id uuid not null,
  claim_id uuid not null,
  payload text not null,
  key_id uuid not null,
  signature bytea not null constraint claim_letters_signature_size
    check (octet_length(signature) = 64),
  issued_at timestamptz not null,
  constraint claim_letters_key primary key (merchant_id, claim_id),
  constraint claim_letters_of_claim foreign key (merchant_id, claim_id)
    references claims (merchant_id, claim_id),
  constraint claim_letters_signed_with foreign key (merchant_id, key_id)
    references signing_keys (merchant_id, key_id)
);
select makegood_protect('claim_letters', 'select, insert');
