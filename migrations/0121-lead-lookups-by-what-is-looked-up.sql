-- A check of a foreign key is planned once per connection, often while the tables are still empty.
-- Then an index that begins with merchant_id like the primary key costs the same, and where it won,
-- every check read all rows of the merchant. On a table that others refer to, only the primary key
-- begins with merchant_id.

alter table orders
  drop constraint orders_number_once,
  add constraint orders_number_once unique (order_number, merchant_id);

alter table customers
  drop constraint customers_reference_once,
  add constraint customers_reference_once unique (reference, merchant_id);

alter table claims
  drop constraint claims_number_once,
  add constraint claims_number_once unique (number, merchant_id);

drop index claims_by_status;
create index claims_by_status on claims (status, merchant_id, claim_id);

drop index obligations_by_order;
create index obligations_by_order on obligations (order_id, merchant_id);
