-- A reviewer can find that something is not proven, and say to the customer why; a note for staff
-- stays apart. What is not proven has no value: JSON null.
alter table claim_facts drop constraint claim_facts_state_known;
alter table claim_facts
  add constraint claim_facts_state_known check (state in ('claimed', 'attested', 'unproven')),
  add column customer_note_record_id uuid;
