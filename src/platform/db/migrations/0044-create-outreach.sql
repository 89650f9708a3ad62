-- 魅力発信の記録: what a visit of 魅力発信 tells beyond its own row. The visit is the event: its day, host, instructors, state and
-- number of people stand there and are counted there alone.
create table outreach_event (
  corner_code text not null,
  visit_id uuid not null,
  kind text not null constraint outreach_event_kind check (kind in
    ('school-lecture', 'station', 'public-place', 'private-place', 'fair', 'medalist-talk', 'skilled-visit')),
  title text,
  place text,
  municipality_code text constraint outreach_event_municipality check (municipality_code ~ '^[0-9]{6}$'),
  pupils integer constraint outreach_event_pupils check (pupils >= 0),
  teachers integer constraint outreach_event_teachers check (teachers >= 0),
  parents integer constraint outreach_event_parents check (parents >= 0),
  youths integer constraint outreach_event_youths check (youths >= 0),
  others integer constraint outreach_event_others check (others >= 0),
  note text,
  search_text text not null,
  constraint outreach_event_pkey primary key (corner_code, visit_id),
  constraint outreach_event_visit foreign key (corner_code, visit_id) references visit
);
comment on table outreach_event is '魅力発信の記録（派遣1回につき1つ。種類・会場・参加者の内訳）';
create index outreach_event_search on outreach_event using gin (search_text gin_trgm_ops);
call wall_by_corner('outreach_event', 'select, insert, update');

create table outreach_booth (
  corner_code text not null,
  visit_id uuid not null,
  position smallint not null constraint outreach_booth_position check (position between 1 and 8),
  name text not null,
  trade_code text not null,
  material text,
  visitors integer constraint outreach_booth_visitors check (visitors >= 0),
  constraint outreach_booth_pkey primary key (corner_code, visit_id, position),
  constraint outreach_booth_event foreign key (corner_code, visit_id) references outreach_event
);
comment on table outreach_booth is 'ものづくりフェアのブース（職種・材料・来場者）';
call wall_by_corner('outreach_booth', 'select, insert, delete');

-- Whom a booth has. Everybody here is an instructor of the visit when the event is saved, so that their time is taken.
create table outreach_booth_instructor (
  corner_code text not null,
  visit_id uuid not null,
  booth_position smallint not null,
  position smallint not null,
  instructor_id uuid not null,
  constraint outreach_booth_instructor_pkey primary key (corner_code, visit_id, booth_position, position),
  constraint outreach_booth_instructor_booth foreign key (corner_code, visit_id, booth_position) references outreach_booth,
  constraint outreach_booth_instructor_instructor foreign key (corner_code, instructor_id) references instructor
);
comment on table outreach_booth_instructor is 'ブースを受け持つマイスター等';
create index outreach_booth_instructor_of_instructor on outreach_booth_instructor (corner_code, instructor_id);
call wall_by_corner('outreach_booth_instructor', 'select, insert, delete');

create table outreach_no_request (
  corner_code text not null,
  fiscal_year integer not null,
  line text not null constraint outreach_no_request_line check (line in ('school', 'station', 'place', 'medalist', 'skilled')),
  stated_on date not null,
  efforts text not null,
  recorded_at timestamptz not null,
  recorder_name text not null,
  constraint outreach_no_request_pkey primary key (corner_code, fiscal_year, line),
  constraint outreach_no_request_year check (fiscal_year =
    extract(year from stated_on)::integer - case when extract(month from stated_on) < 4 then 1 else 0 end)
);
comment on table outreach_no_request is '要請なし（年度と区分ごとに、確かめた日と要請を求めて行ったこと）';
call wall_by_corner('outreach_no_request', 'select, insert, update, delete');
