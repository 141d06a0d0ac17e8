-- Callbacks that were verified: each event once, acknowledged after its commit. They are hints; what
-- they say is never booked.
create table callback_inbox (
  merchant_id uuid not null,
  account text not null,
  event_id text not null,
  settlement_number text not null,
  said text not null,
  received_at timestamptz not null,
  primary key (merchant_id, account, event_id),
  constraint callback_inbox_of_account foreign key (merchant_id, account)
    references gateway_accounts (merchant_id, account)
);

select makegood_protect('callback_inbox', 'select, insert, delete');
