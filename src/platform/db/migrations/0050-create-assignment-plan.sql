-- 割当案: how a corner would send its instructors over a 年度. One is the basis, the others are copies to ask "what if".
create table assignment_plan (
  corner_code text not null,
  plan_id uuid not null,
  fiscal_year integer not null,
  name text not null constraint assignment_plan_name check (length(name) between 1 and 60),
  is_base boolean not null,
  copied_from uuid,
  settings jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  constraint assignment_plan_pkey primary key (corner_code, plan_id),
  constraint assignment_plan_base check (not is_base or (deleted_at is null and copied_from is null))
);
comment on table assignment_plan is '割当案（年度ごとの割当の案。1つが基本案、ほかは条件を変えた写し）';
comment on column assignment_plan.settings is '基本と違う条件（重み、目標、予算、仮のマイスター等、休止期間、対象期間）';
create unique index assignment_plan_one_base on assignment_plan (corner_code, fiscal_year) where is_base;
create unique index assignment_plan_one_name on assignment_plan (corner_code, fiscal_year, name) where deleted_at is null;
call wall_by_corner('assignment_plan', 'select, insert, update');

create table assignment_run (
  corner_code text not null,
  run_id uuid not null,
  plan_id uuid not null,
  state text not null constraint assignment_run_state check (state in
    ('waiting', 'running', 'done', 'cancelled', 'interrupted', 'failed')),
  trigger text not null constraint assignment_run_trigger check (trigger in ('start', 'replan')),
  input_hash text not null,
  settings jsonb not null,
  weights jsonb not null,
  seed integer not null,
  step_limit bigint not null,
  time_limit_ms integer,
  code_version text not null,
  size jsonb not null,
  points bigint,
  bound bigint,
  proven boolean not null default false,
  steps bigint not null default 0,
  breakdown jsonb not null,
  dropped jsonb not null,
  requested_at timestamptz not null,
  started_at timestamptz,
  beat_at timestamptz not null,
  finished_at timestamptz,
  started_by text not null,
  cancel_wanted boolean not null default false,
  failure text,
  constraint assignment_run_pkey primary key (corner_code, run_id),
  constraint assignment_run_plan foreign key (corner_code, plan_id) references assignment_plan,
  constraint assignment_run_finished check ((state in ('waiting', 'running')) = (finished_at is null)),
  constraint assignment_run_bound check (bound <= points),
  constraint assignment_run_failure check ((state = 'failed') = (failure is not null))
);
comment on table assignment_run is '割当案の計算（入力の照合値、重み、乱数の種、版、点数と下限を残す）';
comment on column assignment_run.beat_at is '計算が動いていることを最後に記した時刻。古ければ中断とみなす';
comment on column assignment_run.dropped is '動かしてよい予定のうち、提案に入る日のないもの（採用しても残る）';
create unique index assignment_run_one_at_a_time on assignment_run (corner_code, plan_id) where state in ('waiting', 'running');
create index assignment_run_of_plan on assignment_run (corner_code, plan_id, requested_at desc);
call wall_by_corner('assignment_run', 'select, insert, update');

create table assignment_proposal (
  corner_code text not null,
  run_id uuid not null,
  request_id uuid not null,
  visit_on date not null,
  starts_at time,
  ends_at time,
  instructor_ids uuid[] not null constraint assignment_proposal_instructors check (cardinality(instructor_ids) between 1 and 20),
  explanation jsonb not null,
  state text not null default 'open' constraint assignment_proposal_state check (state in ('open', 'adopted', 'dismissed')),
  adopted_at timestamptz,
  adopted_by text,
  constraint assignment_proposal_pkey primary key (corner_code, run_id, request_id, visit_on),
  constraint assignment_proposal_run foreign key (corner_code, run_id) references assignment_run,
  constraint assignment_proposal_request foreign key (corner_code, request_id) references request,
  constraint assignment_proposal_adopted check
    ((state = 'adopted') = (adopted_at is not null) and (adopted_at is null) = (adopted_by is null))
);
comment on table assignment_proposal is '提案（要請の1回分。日、時刻、マイスター等とその理由）';
create index assignment_proposal_by_day on assignment_proposal (corner_code, run_id, visit_on, request_id);
create index assignment_proposal_of_request on assignment_proposal (corner_code, request_id);
call wall_by_corner('assignment_proposal', 'select, insert, update, delete');

create table unplaced_session (
  corner_code text not null,
  run_id uuid not null,
  request_id uuid not null,
  sessions integer not null constraint unplaced_session_sessions check (sessions > 0),
  blockers jsonb not null,
  remedy jsonb,
  constraint unplaced_session_pkey primary key (corner_code, run_id, request_id),
  constraint unplaced_session_run foreign key (corner_code, run_id) references assignment_run,
  constraint unplaced_session_request foreign key (corner_code, request_id) references request
);
comment on table unplaced_session is '未割当（割り当てられなかった回数、妨げた条件、いちばん小さな手立て）';
create index unplaced_session_of_request on unplaced_session (corner_code, request_id);
call wall_by_corner('unplaced_session', 'select, insert, delete');

-- 固定・除外: what people decided by hand. A calculation never overwrites it.
create table assignment_pin (
  corner_code text not null,
  pin_id uuid not null,
  plan_id uuid not null,
  request_id uuid not null,
  instructor_id uuid not null,
  visit_on date,
  kind text not null constraint assignment_pin_kind check (kind in ('pin', 'forbid')),
  created_at timestamptz not null,
  created_by text not null,
  constraint assignment_pin_pkey primary key (corner_code, pin_id),
  constraint assignment_pin_plan foreign key (corner_code, plan_id) references assignment_plan,
  constraint assignment_pin_request foreign key (corner_code, request_id) references request,
  constraint assignment_pin_instructor foreign key (corner_code, instructor_id) references instructor,
  constraint assignment_pin_day check (kind = 'forbid' or visit_on is not null)
);
comment on table assignment_pin is '固定と除外（日のない除外は、その要請にはその人を出さない）';
create unique index assignment_pin_once on assignment_pin (corner_code, plan_id, request_id, instructor_id, visit_on) nulls not distinct;
call wall_by_corner('assignment_pin', 'select, insert, delete');
