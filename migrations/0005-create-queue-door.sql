-- The app's role may not create tables, and pg-boss gives each queue a table of its own: this
-- function makes one with the owner's right. The schema pgboss itself is made by pg-boss.
create function makegood_declare_queue(queue_name text, options json)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  table_name text;
begin
  perform pg_advisory_xact_lock(4600, 2);
  perform pgboss.create_queue(queue_name, options);
  select partition_name into table_name from pgboss.queue where name = queue_name;
  -- Finding the jobs of dead processes each second must not read the waiting ones.
  execute format('create index if not exists %I on pgboss.%I (started_on) where state = ''active''',
    left(table_name, 50) || '_active', table_name);
  update pgboss.queue set
    policy = options->>'policy',
    retry_limit = (options->>'retryLimit')::int,
    retry_delay = (options->>'retryDelay')::int,
    retry_backoff = (options->>'retryBackoff')::boolean,
    expire_seconds = (options->>'expireInSeconds')::int,
    updated_on = now()
  where name = queue_name;
end
$$;
revoke all on function makegood_declare_queue(text, json) from public;

do $$
begin
  execute format('grant execute on function makegood_declare_queue(text, json) to %I',
    coalesce(nullif(current_setting('makegood.app_role', true), ''), 'makegood_app'));
end
$$;
