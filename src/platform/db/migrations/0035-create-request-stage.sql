alter table request add column stage text not null default 'submitted' constraint request_stage check (stage in
  ('enquiry', 'hearing', 'submitted', 'eligibility-checked', 'matching', 'offered', 'accepted', 'pre-meeting',
   'plan-issued', 'approved', 'closed', 'rejected', 'withdrawn', 'waitlisted'));
comment on column request.stage is '人が記録した段階。実施中から後は派遣などから決まり、ここには残さない';
create index request_by_stage on request (corner_code, fiscal_year, stage) where deleted_at is null;

create table request_event (
  corner_code text not null,
  request_id uuid not null,
  sequence integer not null,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  command text not null constraint request_event_command check (command in
    ('hear', 'submit', 'check-eligibility', 'begin-matching', 'offer', 'accept', 'decline', 'hold-pre-meeting',
     'issue-plan', 'approve', 'return', 'waitlist', 'resume', 'reject', 'withdraw', 'close')),
  from_stage text not null constraint request_event_from check (from_stage in
    ('enquiry', 'hearing', 'submitted', 'eligibility-checked', 'matching', 'offered', 'accepted', 'pre-meeting',
     'plan-issued', 'approved', 'in-progress', 'completed', 'reported', 'surveyed', 'settled',
     'closed', 'rejected', 'withdrawn', 'waitlisted')),
  to_stage text not null constraint request_event_to check (to_stage in
    ('enquiry', 'hearing', 'submitted', 'eligibility-checked', 'matching', 'offered', 'accepted', 'pre-meeting',
     'plan-issued', 'approved', 'closed', 'rejected', 'withdrawn', 'waitlisted')),
  happened_on date not null,
  reason text,
  constraint request_event_pkey primary key (corner_code, request_id, sequence),
  constraint request_event_request foreign key (corner_code, request_id) references request,
  constraint request_event_reason check
    (reason is not null or command not in ('decline', 'return', 'waitlist', 'reject', 'withdraw'))
);
comment on table request_event is '派遣要請の手続の経過（だれが、いつ、どの段階からどの段階へ）';
call wall_by_corner('request_event', 'select, insert');
-- A history is added to alone, but what somebody wrote there is erased when its time is over.
grant update (reason) on request_event to takumi_app;
