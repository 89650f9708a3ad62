-- What was agreed before the first visit, with the host and the instructor.
create table pre_meeting (
  corner_code text not null,
  meeting_id uuid not null,
  request_id uuid not null,
  held_on date not null,
  means text not null constraint pre_meeting_means check (means in ('in-person', 'online', 'phone')),
  place text,
  present text not null,
  agreed text not null,
  host_prepares text,
  recorded_by text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint pre_meeting_pkey primary key (corner_code, meeting_id),
  constraint pre_meeting_request foreign key (corner_code, request_id) references request
);
comment on table pre_meeting is '事前打合せの記録（日、場所か方法、出席者、決めたこと、派遣先が用意するもの）';
create index pre_meeting_of_request on pre_meeting (corner_code, request_id, held_on desc);
call wall_by_corner('pre_meeting', 'select, insert, update');

create table instruction_plan (
  corner_code text not null,
  plan_id uuid not null,
  request_id uuid not null,
  revision integer not null constraint instruction_plan_revision check (revision >= 1),
  state text not null default 'draft' constraint instruction_plan_state check
    (state in ('draft', 'proposed', 'decided', 'replaced')),
  goal text,
  note text,
  drafted_by text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint instruction_plan_pkey primary key (corner_code, plan_id),
  constraint instruction_plan_request foreign key (corner_code, request_id) references request,
  constraint instruction_plan_once unique (corner_code, request_id, revision)
);
comment on table instruction_plan is '講習計画書（要請ごと、版ごと）。決裁の後は変えず、新しい版を作る';
-- One version of a request is being worked on, and one is in force.
create unique index instruction_plan_open on instruction_plan (corner_code, request_id) where state in ('draft', 'proposed');
create unique index instruction_plan_decided on instruction_plan (corner_code, request_id) where state = 'decided';
call wall_by_corner('instruction_plan', 'select, insert, update');

create table instruction_session (
  corner_code text not null,
  plan_id uuid not null,
  position smallint not null constraint instruction_session_position check (position between 1 and 100),
  visit_id uuid,
  held_on date not null,
  starts_at time,
  ends_at time,
  place text,
  content text,
  task text,
  material text,
  material_yen bigint constraint instruction_session_material check (material_yen >= 0),
  instructor_id uuid,
  constraint instruction_session_pkey primary key (corner_code, plan_id, position),
  constraint instruction_session_plan foreign key (corner_code, plan_id) references instruction_plan,
  constraint instruction_session_visit foreign key (corner_code, visit_id) references visit,
  constraint instruction_session_instructor foreign key (corner_code, instructor_id) references instructor,
  constraint instruction_session_hours check (starts_at is null or ends_at is null or starts_at < ends_at)
);
comment on table instruction_session is '講習計画書の各回（日時、場所、内容、課題、材料、講師）';
create unique index instruction_session_of_visit on instruction_session (corner_code, plan_id, visit_id)
  where visit_id is not null;
create index instruction_session_by_visit on instruction_session (corner_code, visit_id) where visit_id is not null;
create index instruction_session_of_instructor on instruction_session (corner_code, instructor_id)
  where instructor_id is not null;
call wall_by_corner('instruction_session', 'select, insert, update, delete');
