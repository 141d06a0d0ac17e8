-- Accounts at gateways. The name is what orders and the ledger say; limits and keys of the gateway's
-- side are settings, the merchant's own keys lie in the vault.
create table gateway_accounts (
  merchant_id uuid not null references merchants (merchant_id),
  account text not null constraint gateway_accounts_name check (account ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
  gateway text not null constraint gateway_accounts_gateway_known check (gateway in ('wechatpay')),
  currency text not null,
  settings jsonb not null,
  key_record_id uuid not null,
  callback_id uuid not null,
  -- raised with every change, so that a process knows when to open the account anew
  version integer not null,
  created_at timestamptz not null,
  primary key (merchant_id, account)
);

-- A routing table: a callback knows its address and nothing else, and the sweep no merchant.
create table gateway_routes (
  callback_id uuid not null primary key,
  merchant_id uuid not null,
  account text not null
);

-- Calls taken of an account in the running second, by all processes together.
create table gateway_permits (
  merchant_id uuid not null,
  account text not null,
  second bigint not null,
  taken integer not null,
  primary key (merchant_id, account),
  constraint gateway_permits_of_account foreign key (merchant_id, account)
    references gateway_accounts (merchant_id, account)
);

select makegood_protect('gateway_accounts', 'select, insert, update');
select makegood_share('gateway_routes', 'select, insert');
select makegood_protect('gateway_permits', 'select, insert, update');
