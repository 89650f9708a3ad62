-- The role that the application runs as. It owns nothing, so it can neither change a table nor pass row-level security.
do $$
begin
  if not exists (select from pg_roles where rolname = 'takumi_app') then
    begin
      create role takumi_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
    exception when duplicate_object or unique_violation then
      -- Another database of the server was migrated at the same moment.
      null;
    end;
  end if;
  -- Since PostgreSQL 16 the maker of a role is a member of it without the right to take it on.
  if not pg_has_role(current_user, 'takumi_app',
      case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end) then
    execute format('grant takumi_app to %I', current_user);
  end if;
end
$$;

create extension if not exists pg_trgm;

-- The corner that this session works for; nothing while it is bound to none.
create function current_corner() returns text
  language sql stable parallel safe
  return nullif(current_setting('takumi.corner', true), '');

-- Walls one table off by corner and lets the application use it as far as the list of commands says.
create procedure wall_by_corner(table_name text, commands text)
  language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format(
    'create policy corner_only on %I using (corner_code = current_corner()) with check (corner_code = current_corner())',
    table_name);
  execute format('grant %s on %I to takumi_app', commands, table_name);
end
$$;

create table installation (
  only_row boolean constraint installation_pkey primary key default true constraint installation_only_row check (only_row),
  kind text not null constraint installation_kind check (kind in ('office', 'demonstration')),
  working_date date,
  created_at timestamptz not null default now()
);
comment on table installation is '全体: 設置の種類（実務用か体験用か）と、体験用の基準日';
grant select, insert on installation to takumi_app;

create table corner (
  corner_code text constraint corner_pkey primary key constraint corner_code_form check (corner_code ~ '^(0[1-9]|[1-3][0-9]|4[0-7])$'),
  name text not null,
  host_association text not null,
  postal_code text,
  address text,
  phone text,
  fax text,
  email text,
  version integer not null default 1,
  updated_at timestamptz not null default now()
);
comment on table corner is '地域技能振興コーナー';
call wall_by_corner('corner', 'select, insert, update');
