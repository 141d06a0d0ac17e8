-- A balance is a sum of what came back from many orders: each amount has a bound, the sum has none.
alter table balances drop constraint balances_range,
  alter column amount type numeric,
  add constraint balances_whole check (amount >= 0 and amount = trunc(amount));
