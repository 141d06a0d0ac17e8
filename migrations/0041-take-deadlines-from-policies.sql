-- What is promised stands in the policies and floors that an order pins; a table beside them could
-- say something else. A time of the customer's that runs out has lapsed: nobody broke a promise.
drop table clock_promises;

alter table clocks add column deadline text not null default 'unnamed';
alter table clocks alter column deadline drop default;
-- Where the deadline was before pauses moved it; null while none has.
alter table clocks add column unpaused_due_at timestamptz;

alter table clocks drop constraint clocks_status_known;
alter table clocks add constraint clocks_status_known
  check (status in ('running', 'kept', 'broken', 'lapsed', 'cancelled'));

-- Row security holds for the owner too: one merchant after another.
do $$
declare merchant uuid;
begin
  for merchant in select merchant_id from merchant_routes loop
    perform set_config('app.merchant', merchant::text, true);
    update clocks set status = 'lapsed' where holder = 'customer-right' and status = 'broken';
  end loop;
  perform set_config('app.merchant', '', true);
end
$$;
