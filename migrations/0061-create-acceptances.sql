-- How the customer of an order accepted its policies: nothing personal, so the channel is a word.
create table order_acceptances (
  merchant_id uuid not null,
  order_id uuid not null,
  acceptance_id uuid not null,
  accepted_at timestamptz not null,
  channel text not null constraint order_acceptances_channel_form
    check (channel ~ '^[a-z0-9][a-z0-9._-]{0,39}$'),
  means text not null constraint order_acceptances_means_known
    check (means in ('button', 'checkbox', 'signature', 'message', 'spoken')),
  language text not null,
  -- id, version, hash and params of each, with the hash of the terms shown and the receipt
  policies jsonb not null,
  -- false where it came with the order
  later boolean not null,
  recorded_at timestamptz not null,
  primary key (merchant_id, order_id, acceptance_id),
  constraint order_acceptances_of_order foreign key (merchant_id, order_id)
    references orders (merchant_id, order_id)
);
select makegood_protect('order_acceptances', 'select, insert');
