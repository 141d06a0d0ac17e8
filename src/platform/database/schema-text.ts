/** Runs one statement and gives its rows. */
export type Ask = <Row>(text: string) => Promise<Row[]>;

interface Line {
  readonly text: string;
}

/**
 * The schema as text, from the catalog: the same on every server version we run on, unlike what
 * pg_dump prints, which the embedded server does not bring anyway.
 */
export async function schemaText(ask: Ask): Promise<string> {
  const parts: string[] = [];
  for (const statement of [functions, tables, indexes, policies, grants]) {
    const lines = await ask<Line>(statement);
    parts.push(lines.map(({ text }) => text).join("\n"));
  }
  return `${parts.join("\n\n")}\n`;
}

const functions = `
  select pg_get_functiondef(p.oid) || ';' as text from pg_proc p
  where p.pronamespace = 'public'::regnamespace order by p.proname`;

// Constraints are printed with the table, in the order of their names.
const tables = `
  select format(E'create table %I (\\n%s\\n);\\n', c.relname, string_agg('  ' || part, E',\\n'
    order by rank, place, part)) as text
  from pg_class c cross join lateral (
    select 1 as rank, a.attnum::int as place,
      format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
      || case when a.attgenerated <> '' then ' generated always as ('
           || pg_get_expr(d.adbin, d.adrelid) || ') stored'
         when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
      || case when a.attnotnull then ' not null' else '' end as part
    from pg_attribute a left join pg_attrdef d on (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    union all
    select 2, 0, format('constraint %I %s', conname, pg_get_constraintdef(oid))
    from pg_constraint where conrelid = c.oid and contype in ('p', 'u', 'c', 'f', 'x')
  ) as parts
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  group by c.relname order by c.relname`;

const indexes = `
  select pg_get_indexdef(i.indexrelid) || ';' as text
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace = 'public'::regnamespace
    and not exists (select 1 from pg_constraint where conindid = i.indexrelid)
  order by c.relname`;

const policies = `
  select format('alter table %I enable row level security; -- %s', c.relname,
      case when c.relforcerowsecurity then 'forced' else 'NOT FORCED' end)
    || coalesce((select string_agg(format(E'\\ncreate policy %I on %I using %s%s;', p.polname,
         c.relname, pg_get_expr(p.polqual, p.polrelid),
         coalesce(' with check ' || pg_get_expr(p.polwithcheck, p.polrelid), '')), ''
         order by p.polname) from pg_policy p where p.polrelid = c.oid), '') as text
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relrowsecurity order by c.relname`;

const grants = `
  select format('grant %s on %I to %I;',
    string_agg(lower(g.privilege_type), ', ' order by g.privilege_type), c.relname,
    case when g.grantee = 0 then 'public' else pg_get_userbyid(g.grantee)::text end) as text
  from pg_class c cross join lateral aclexplode(c.relacl) as g
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and g.grantee <> c.relowner
  group by c.relname, g.grantee order by c.relname, g.grantee`;
