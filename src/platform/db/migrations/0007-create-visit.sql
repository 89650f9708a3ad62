create table visit (
  corner_code text not null,
  visit_id uuid not null,
  number text not null,
  request_id uuid,
  program text not null constraint visit_program check (program in
    ('practical-instruction', 'appeal-session', 'skilled-worker-dispatch', 'medalist-talk', 'support-station', 'hands-on-class')),
  organization_id uuid not null,
  trade_code text not null,
  visit_on date not null,
  fiscal_year integer not null generated always as
    (extract(year from visit_on)::integer - case when extract(month from visit_on) < 4 then 1 else 0 end) stored,
  starts_at time,
  ends_at time,
  trainees integer not null constraint visit_trainees check (trainees >= 0),
  status text not null constraint visit_status check (status in ('planned', 'held', 'cancelled')),
  cancel_reason text,
  search_text text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  deleted_reason text,
  constraint visit_pkey primary key (corner_code, visit_id),
  constraint visit_number unique (corner_code, number),
  constraint visit_request foreign key (corner_code, request_id) references request,
  constraint visit_organization foreign key (corner_code, organization_id) references organization,
  constraint visit_times check (starts_at < ends_at),
  constraint visit_cancel_reason check (cancel_reason is null or status = 'cancelled'),
  constraint visit_deletion check ((deleted_at is null) = (deleted_reason is null))
);
comment on table visit is '派遣（1回の訪問）。回数と人数はここから数える';
create index visit_by_day on visit (corner_code, fiscal_year desc, visit_on desc, number desc) where deleted_at is null;
create index visit_planned_by_day on visit (corner_code, fiscal_year, visit_on) where status = 'planned' and deleted_at is null;
create index visit_of_request on visit (corner_code, request_id) where deleted_at is null;
create index visit_of_organization on visit (corner_code, organization_id, visit_on) where deleted_at is null;
create index visit_search on visit using gin (search_text gin_trgm_ops);
call wall_by_corner('visit', 'select, insert, update');

create table visit_instructor (
  corner_code text not null,
  visit_id uuid not null,
  instructor_id uuid not null,
  position smallint not null,
  constraint visit_instructor_pkey primary key (corner_code, visit_id, position),
  constraint visit_instructor_visit foreign key (corner_code, visit_id) references visit,
  constraint visit_instructor_instructor foreign key (corner_code, instructor_id) references instructor
);
comment on table visit_instructor is '訪問で指導するマイスター等';
create unique index visit_instructor_of_instructor on visit_instructor (corner_code, instructor_id, visit_id);
call wall_by_corner('visit_instructor', 'select, insert, delete');
