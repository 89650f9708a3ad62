create table course (
  corner_code text not null,
  course_id uuid not null,
  kind text not null constraint course_kind check (kind in ('technique', 'refresher', 'instructor-training', 'case-sharing')),
  term text constraint course_term check (term in ('first', 'second')),
  days date[] not null constraint course_days check (cardinality(days) between 1 and 10),
  first_day date not null,
  last_day date not null constraint course_last_day check (first_day <= last_day),
  fiscal_year integer not null generated always as
    (extract(year from last_day)::integer - case when extract(month from last_day) < 4 then 1 else 0 end) stored,
  starts_at time,
  ends_at time,
  mode text not null constraint course_mode check (mode in ('onsite', 'online', 'hybrid')),
  place text,
  url text constraint course_url check (url ~* '^https?://'),
  contents text[] not null constraint course_contents check
    (contents <@ array['technique', 'reporting', 'privacy', 'harassment', 'manners', 'conditions']),
  capacity integer constraint course_capacity check (capacity > 0),
  lecturer text,
  material text,
  note text,
  state text not null constraint course_state check (state in ('planned', 'held', 'cancelled')),
  cancel_reason text,
  search_text text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint course_pkey primary key (corner_code, course_id),
  constraint course_times check (starts_at < ends_at),
  constraint course_cancellation check ((state = 'cancelled') = (cancel_reason is not null))
);
comment on table course is '講習（指導技法等講習・再講習・講師養成研修・事例発表会）';
create index course_by_day on course (corner_code, fiscal_year, first_day desc, course_id desc);
call wall_by_corner('course', 'select, insert, update');

create table course_attendance (
  corner_code text not null,
  course_id uuid not null,
  instructor_id uuid not null,
  state text not null constraint course_attendance_state check
    (state in ('invited', 'attending', 'declined', 'completed', 'incomplete', 'absent')),
  invited_on date not null,
  transport_yen integer constraint course_attendance_transport check (transport_yen >= 0),
  updated_at timestamptz not null default now(),
  constraint course_attendance_pkey primary key (corner_code, course_id, instructor_id),
  constraint course_attendance_course foreign key (corner_code, course_id) references course,
  constraint course_attendance_instructor foreign key (corner_code, instructor_id) references instructor
);
comment on table course_attendance is '講習への案内・出欠・結果・交通費（受講手当は支払わない）';
create index course_attendance_of_instructor on course_attendance (corner_code, instructor_id);
call wall_by_corner('course_attendance', 'select, insert, update');

create table course_exemption (
  corner_code text not null,
  exemption_id uuid not null,
  instructor_id uuid not null,
  criterion text not null,
  reason text not null,
  exempted_on date not null,
  actor_name text not null,
  created_at timestamptz not null default now(),
  constraint course_exemption_pkey primary key (corner_code, exemption_id),
  constraint course_exemption_instructor foreign key (corner_code, instructor_id) references instructor
);
comment on table course_exemption is '指導技法等講習の免除（基準と理由）';
create index course_exemption_by_day on course_exemption (corner_code, exempted_on desc, exemption_id desc);
call wall_by_corner('course_exemption', 'select, insert');
