-- Every table of a merchant calls makegood_protect at its end; tables that are read before the
-- merchant is known (routing tables) call makegood_share. The runner names the app's role in
-- makegood.app_role, since on a server of one's own it may have any name.

create function makegood_share(table_name text, privileges text default 'select, insert, update, delete')
returns void language plpgsql as $$
begin
  execute format('grant %s on table %I to %I', privileges, table_name,
    coalesce(nullif(current_setting('makegood.app_role', true), ''), 'makegood_app'));
end
$$;

create function makegood_protect(table_name text, privileges text default 'select, insert, update, delete')
returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format(
    'create policy own_merchant on %I using (merchant_id = nullif(current_setting(''app.merchant'', true), '''')::uuid)',
    table_name);
  perform makegood_share(table_name, privileges);
end
$$;
