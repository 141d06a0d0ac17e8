-- Money that was not owed: it came on a cancelled order, twice, or above the total. It is part of
-- what was captured, is owed back at once, and no claim can be paid from it.
alter table tender_states add column excess bigint not null default 0,
  drop constraint tender_states_never_over,
  add constraint tender_states_never_over check
    (0 <= obliged and 0 <= excess and obliged <= captured - excess);
