create table scouting_territory (
  corner_code text not null,
  territory_id uuid not null,
  coordinator text not null,
  municipalities text[] not null constraint scouting_territory_municipalities check (cardinality(municipalities) between 1 and 200),
  monthly_quota integer not null constraint scouting_territory_quota check (monthly_quota between 0 and 200),
  note text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  deleted_reason text,
  constraint scouting_territory_pkey primary key (corner_code, territory_id),
  constraint scouting_territory_coordinator unique (corner_code, coordinator),
  constraint scouting_territory_deletion check ((deleted_at is null) = (deleted_reason is null))
);
comment on table scouting_territory is 'コーディネーターの担当区域と月の目標';
call wall_by_corner('scouting_territory', 'select, insert, update');

create table scouting_lead (
  corner_code text not null,
  lead_id uuid not null,
  number text not null,
  name text not null,
  name_kana text,
  organization_id uuid,
  municipality_code text not null constraint scouting_lead_municipality check (municipality_code ~ '^[0-9]{6}$'),
  trades text[] not null constraint scouting_lead_trades check (cardinality(trades) > 0),
  exam_year integer not null constraint scouting_lead_exam_year check (exam_year between 2000 and 2100),
  examinees integer not null constraint scouting_lead_examinees check (examinees >= 0),
  first_grades integer constraint scouting_lead_first_grades check (first_grades >= 0),
  contact_name text,
  phone text,
  note text,
  closed_reason text,
  search_text text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  deleted_reason text,
  constraint scouting_lead_pkey primary key (corner_code, lead_id),
  constraint scouting_lead_number unique (corner_code, number),
  constraint scouting_lead_organization foreign key (corner_code, organization_id) references organization,
  constraint scouting_lead_deletion check ((deleted_at is null) = (deleted_reason is null))
);
comment on table scouting_lead is '見込み先（技能検定の受検者が多い企業・団体）';
create index scouting_lead_by_examinees on scouting_lead (corner_code, examinees desc, number desc) where deleted_at is null;
create index scouting_lead_of_organization on scouting_lead (corner_code, organization_id);
create index scouting_lead_search on scouting_lead using gin (search_text gin_trgm_ops);
call wall_by_corner('scouting_lead', 'select, insert, update');

create table scouting_visit (
  corner_code text not null,
  scouting_visit_id uuid not null,
  number text not null,
  host text not null,
  organization_id uuid,
  municipality_code text not null constraint scouting_visit_municipality check (municipality_code ~ '^[0-9]{6}$'),
  visit_on date not null,
  fiscal_year integer not null generated always as
    (extract(year from visit_on)::integer - case when extract(month from visit_on) < 4 then 1 else 0 end) stored,
  starts_at time,
  status text not null constraint scouting_visit_status check (status in ('planned', 'held', 'cancelled')),
  purpose text not null constraint scouting_visit_purpose check (purpose in ('scouting', 'needs', 'publicity')),
  coordinator text not null,
  needs text[],
  said text,
  candidates text[],
  next_step text,
  next_on date,
  lead_id uuid,
  search_text text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  deleted_reason text,
  constraint scouting_visit_pkey primary key (corner_code, scouting_visit_id),
  constraint scouting_visit_number unique (corner_code, number),
  constraint scouting_visit_organization foreign key (corner_code, organization_id) references organization,
  constraint scouting_visit_lead foreign key (corner_code, lead_id) references scouting_lead,
  constraint scouting_visit_next check (next_on is null or (next_step is not null and next_on > visit_on)),
  constraint scouting_visit_deletion check ((deleted_at is null) = (deleted_reason is null))
);
comment on table scouting_visit is '開拓の訪問（コーディネーターが企業・業界団体を訪ねた記録と予定）';
comment on column scouting_visit.host is '入力されたとおりの訪問先。名簿の派遣先と分かるときは organization_id が指す';
create index scouting_visit_by_day on scouting_visit (corner_code, fiscal_year desc, visit_on desc, number desc) where deleted_at is null;
create index scouting_visit_of_organization on scouting_visit (corner_code, organization_id) where deleted_at is null;
create index scouting_visit_of_lead on scouting_visit (corner_code, lead_id) where deleted_at is null;
create index scouting_visit_search on scouting_visit using gin (search_text gin_trgm_ops);
call wall_by_corner('scouting_visit', 'select, insert, update');
