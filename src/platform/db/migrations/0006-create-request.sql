create table request (
  corner_code text not null,
  request_id uuid not null,
  number text not null,
  organization_id uuid not null,
  program text not null constraint request_program check (program in
    ('practical-instruction', 'appeal-session', 'skilled-worker-dispatch', 'medalist-talk', 'support-station', 'hands-on-class')),
  trade_code text not null,
  content text,
  wished_sessions integer not null constraint request_wished_sessions check (wished_sessions between 1 and 100),
  session_minutes integer constraint request_session_minutes check (session_minutes between 10 and 720),
  expected_trainees integer not null constraint request_expected_trainees check (expected_trainees >= 0),
  candidate_dates jsonb not null,
  place_municipality_code text constraint request_place check (place_municipality_code ~ '^[0-9]{6}$'),
  priority integer constraint request_priority check (priority between 1 and 3),
  received_on date not null,
  fiscal_year integer not null,
  search_text text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  deleted_reason text,
  constraint request_pkey primary key (corner_code, request_id),
  constraint request_number unique (corner_code, number),
  constraint request_organization foreign key (corner_code, organization_id) references organization,
  constraint request_deletion check ((deleted_at is null) = (deleted_reason is null))
);
comment on table request is '派遣要請。fiscal_year は候補日の最初の日の年度';
create index request_by_year on request (corner_code, fiscal_year, received_on desc, number desc) where deleted_at is null;
create index request_of_organization on request (corner_code, organization_id);
create index request_search on request using gin (search_text gin_trgm_ops);
call wall_by_corner('request', 'select, insert, update');
