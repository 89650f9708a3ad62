create table decision (
  corner_code text not null,
  decision_id uuid not null,
  request_id uuid not null,
  plan_id uuid not null,
  subject text not null constraint decision_subject check (length(subject) between 1 and 200),
  note text,
  state text not null constraint decision_state check (state in ('circulating', 'returned', 'decided', 'withdrawn')),
  round integer not null default 1 constraint decision_round check (round >= 1),
  drafter_id text not null,
  drafter_name text not null,
  drafted_on date not null,
  decided_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint decision_pkey primary key (corner_code, decision_id),
  constraint decision_request foreign key (corner_code, request_id) references request,
  constraint decision_plan foreign key (corner_code, plan_id) references instruction_plan,
  constraint decision_day check ((state = 'decided') = (decided_on is not null))
);
comment on table decision is '起案・決裁（派遣の計画を、決裁者が順に承認する）';
create unique index decision_once on decision (corner_code, plan_id) where state <> 'withdrawn';
create index decision_of_request on decision (corner_code, request_id, created_at desc);
create index decision_by_day on decision (corner_code, drafted_on desc, decision_id desc);
call wall_by_corner('decision', 'select, insert, update');

-- The route of each round: after a return the draft goes round again, and what was said before stays.
create table decision_approver (
  corner_code text not null,
  decision_id uuid not null,
  round integer not null,
  position smallint not null constraint decision_approver_position check (position between 1 and 5),
  approver_id text not null,
  approver_name text not null,
  answer text constraint decision_approver_answer check (answer in ('approved', 'returned')),
  answered_at timestamptz,
  comment text,
  constraint decision_approver_pkey primary key (corner_code, decision_id, round, position),
  constraint decision_approver_once unique (corner_code, decision_id, round, approver_id),
  constraint decision_approver_decision foreign key (corner_code, decision_id) references decision,
  constraint decision_approver_answered check ((answer is null) = (answered_at is null)),
  constraint decision_approver_reason check (answer is distinct from 'returned' or comment is not null)
);
comment on table decision_approver is '決裁の経路（回ごと、順番ごと）と、それぞれの承認・差戻し';
create index decision_approver_waiting on decision_approver (corner_code, approver_id) where answer is null;
call wall_by_corner('decision_approver', 'select, insert, update');

create table decision_event (
  corner_code text not null,
  decision_id uuid not null,
  sequence integer not null,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  command text not null constraint decision_event_command check
    (command in ('propose', 'approve', 'return', 'withdraw', 'resubmit')),
  from_state text constraint decision_event_from check (from_state in ('circulating', 'returned')),
  to_state text not null constraint decision_event_to check
    (to_state in ('circulating', 'returned', 'decided', 'withdrawn')),
  reason text,
  constraint decision_event_pkey primary key (corner_code, decision_id, sequence),
  constraint decision_event_decision foreign key (corner_code, decision_id) references decision,
  constraint decision_event_first check ((from_state is null) = (command = 'propose')),
  constraint decision_event_reason check (reason is not null or command not in ('return', 'withdraw'))
);
comment on table decision_event is '起案・決裁の経過（だれが、いつ、何をしたか）';
call wall_by_corner('decision_event', 'select, insert');
-- A history is added to alone, but what somebody wrote there is erased when its time is over.
grant update (reason) on decision_event to takumi_app;
