create table instructor (
  corner_code text not null,
  instructor_id uuid not null,
  number text not null,
  kind text not null constraint instructor_kind check (kind in ('meister', 'skilled-worker', 'medalist', 'senior-advisor')),
  division text constraint instructor_division check (division in ('standard', 'dx', 'it')),
  name text not null,
  name_kana text not null,
  birth_year integer constraint instructor_birth_year check (birth_year between 1900 and 2100),
  employer text,
  postal_code text constraint instructor_postal_code check (postal_code ~ '^[0-9]{7}$'),
  municipality_code text not null constraint instructor_municipality check (municipality_code ~ '^[0-9]{6}$'),
  address text,
  phone text,
  email text,
  certified_on date,
  course_status text constraint instructor_course_status check (course_status in ('completed', 'exempt', 'not-taken')),
  course_completed_on date,
  last_activity_on date,
  yearly_cap integer constraint instructor_yearly_cap check (yearly_cap >= 0),
  available_weekdays smallint[] constraint instructor_weekdays check (available_weekdays <@ array[0, 1, 2, 3, 4, 5, 6]::smallint[]),
  unavailable_dates date[],
  is_public boolean,
  monthly_cap integer constraint instructor_monthly_cap check (monthly_cap >= 0),
  host_kinds text[] constraint instructor_host_kinds check (host_kinds <@
    array['sme', 'trade-body', 'technical-school', 'public-place', 'elementary-junior-high', 'support-station', 'large-enterprise', 'other']),
  host_founders text[] constraint instructor_host_founders check (host_founders <@ array['national', 'public', 'private']),
  search_text text not null,
  sort_key text collate "C" not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  deleted_reason text,
  constraint instructor_pkey primary key (corner_code, instructor_id),
  constraint instructor_number unique (corner_code, number),
  constraint instructor_course_date check ((course_status = 'completed') is not distinct from true or course_completed_on is null),
  constraint instructor_deletion check ((deleted_at is null) = (deleted_reason is null))
);
comment on table instructor is 'マイスター等（指導者）';
create index instructor_by_kana on instructor (corner_code, sort_key, number) where deleted_at is null;
create index instructor_search on instructor using gin (search_text gin_trgm_ops);
call wall_by_corner('instructor', 'select, insert, update');

create table instructor_trade (
  corner_code text not null,
  instructor_id uuid not null,
  trade_code text not null,
  constraint instructor_trade_pkey primary key (corner_code, instructor_id, trade_code),
  constraint instructor_trade_instructor foreign key (corner_code, instructor_id) references instructor
);
comment on table instructor_trade is 'マイスター等が指導できる職種';
create index instructor_trade_by_trade on instructor_trade (corner_code, trade_code, instructor_id);
call wall_by_corner('instructor_trade', 'select, insert, delete');
