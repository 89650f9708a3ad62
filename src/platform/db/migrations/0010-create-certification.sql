create table certification_case (
  corner_code text not null,
  case_id uuid not null,
  number text not null,
  state text not null default 'scouted' constraint certification_case_state check (state in
    ('scouted', 'drafting', 'received', 'interview', 'batched', 'sent', 'under-review', 'returned', 'certified', 'rejected', 'withdrawn')),
  division text constraint certification_case_division check (division in ('standard', 'dx', 'it')),
  name text not null,
  name_kana text not null,
  birth_year integer constraint certification_case_birth_year check (birth_year between 1900 and 2100),
  trades text[] not null,
  employer text,
  postal_code text constraint certification_case_postal_code check (postal_code ~ '^[0-9]{7}$'),
  municipality_code text constraint certification_case_municipality check (municipality_code ~ '^[0-9]{6}$'),
  address text,
  phone text,
  email text,
  recommender_kind text constraint certification_case_recommender check (recommender_kind in ('employer', 'third-party')),
  recommender_name text,
  recommender_relation text,
  recommender_kin boolean,
  basis_code text constraint certification_case_basis check (basis_code in
    ('top-grade', 'highly-skilled', 'outstanding-skills', 'national-meister', 'olympics-medal', 'prefectural-award',
     'practical-exemption', 'special-trade', 'equal-skill')),
  basis_detail text,
  basis_on date,
  practice_from date,
  instruction_from date,
  instruction_note text,
  dx_skill text,
  chief_judgement boolean,
  has_teaching_licence boolean,
  publish_consent boolean,
  applied_on date,
  scouting_visit_id uuid,
  batch_id uuid,
  registration_number text,
  certified_on date,
  instructor_id uuid,
  search_text text not null,
  sort_key text collate "C" not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  deleted_reason text,
  constraint certification_case_pkey primary key (corner_code, case_id),
  constraint certification_case_number unique (corner_code, number),
  constraint certification_case_instructor foreign key (corner_code, instructor_id) references instructor,
  constraint certification_case_certificate check
    ((state = 'certified') = (registration_number is not null and certified_on is not null and instructor_id is not null)),
  constraint certification_case_batched check (state not in ('scouted', 'drafting', 'received', 'interview') or batch_id is null),
  constraint certification_case_deletion check ((deleted_at is null) = (deleted_reason is null))
);
comment on table certification_case is '認定申請（候補者の開拓から認定まで）';
create index certification_case_by_kana on certification_case (corner_code, sort_key, number) where deleted_at is null;
create index certification_case_by_state on certification_case (corner_code, state) where deleted_at is null;
create index certification_case_of_batch on certification_case (corner_code, batch_id) where batch_id is not null;
create index certification_case_search on certification_case using gin (search_text gin_trgm_ops);
call wall_by_corner('certification_case', 'select, insert, update');

create table certification_event (
  corner_code text not null,
  case_id uuid not null,
  sequence integer not null,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  command text not null constraint certification_event_command check (command in
    ('start-draft', 'receive', 'call-interview', 'pass-interview', 'add-to-batch', 'take-from-batch', 'send', 'return',
     'resubmit', 'begin-review', 'certify', 'reject', 'withdraw')),
  from_state text not null,
  to_state text not null,
  happened_on date not null,
  reason text,
  constraint certification_event_pkey primary key (corner_code, case_id, sequence),
  constraint certification_event_case foreign key (corner_code, case_id) references certification_case,
  constraint certification_event_reason check (reason is not null or command not in ('return', 'reject', 'withdraw'))
);
comment on table certification_event is '認定申請の手続の経過（だれが、いつ、どの状態からどの状態へ）';
call wall_by_corner('certification_event', 'select, insert');

create table intake_suspension (
  corner_code text not null,
  since date not null,
  until date,
  reason text not null,
  constraint intake_suspension_pkey primary key (corner_code, since),
  constraint intake_suspension_days check (since <= until)
);
comment on table intake_suspension is '認定申請の受付停止の期間';
create unique index intake_suspension_open on intake_suspension (corner_code) where until is null;
call wall_by_corner('intake_suspension', 'select, insert, update');

create table certification_criteria (
  corner_code text not null,
  valid_from date not null,
  valid_until date,
  name text not null,
  bases text[] not null,
  practice_years integer not null constraint certification_criteria_practice check (practice_years between 0 and 60),
  practice_after_basis boolean not null,
  instruction_years integer not null constraint certification_criteria_instruction check (instruction_years between 0 and 60),
  chief_judges boolean not null,
  divisions text[] not null constraint certification_criteria_divisions check (divisions <@ array['standard', 'dx', 'it']),
  source text not null,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  deleted_reason text,
  constraint certification_criteria_pkey primary key (corner_code, valid_from),
  constraint certification_criteria_days check (valid_from <= valid_until),
  constraint certification_criteria_deletion check ((deleted_at is null) = (deleted_reason is null))
);
comment on table certification_criteria is 'コーナーが置き換えた認定基準（なければ公表された基準による）';
call wall_by_corner('certification_criteria', 'select, insert, update');
