create table upkeep (
  corner_code text not null,
  instructor_id uuid not null,
  state text not null constraint upkeep_state check (state in
    ('active', 'dormant', 'intent-asked', 'willing', 'unwilling', 're-course', 'material-sent', 'reconfirmed',
     'deregistered', 'resigned', 'deceased', 'revoked')),
  reconfirmed_on date,
  ended_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint upkeep_pkey primary key (corner_code, instructor_id),
  constraint upkeep_instructor foreign key (corner_code, instructor_id) references instructor,
  constraint upkeep_end check ((ended_on is not null) = (state in ('deregistered', 'resigned', 'deceased', 'revoked')))
);
comment on table upkeep is '登録の維持（休眠の確認から登録の解除まで）の現在の状態。行がない人は活動中';
call wall_by_corner('upkeep', 'select, insert, update');

create table upkeep_event (
  corner_code text not null,
  instructor_id uuid not null,
  sequence integer not null,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  command text not null constraint upkeep_event_command check (command in
    ('become-dormant', 'ask-intent', 'answer-willing', 'answer-unwilling', 'arrange-recourse', 'send-material', 'reconfirm',
     'reactivate', 'resume', 'deregister', 'resign', 'record-death', 'revoke')),
  from_state text not null,
  to_state text not null,
  happened_on date not null,
  on_behalf boolean not null,
  reason text,
  constraint upkeep_event_pkey primary key (corner_code, instructor_id, sequence),
  constraint upkeep_event_instructor foreign key (corner_code, instructor_id) references instructor
);
comment on table upkeep_event is '登録の維持の経緯（だれが、いつ、だれに代わって）。追記だけ';
call wall_by_corner('upkeep_event', 'select, insert');

create table intent_enquiry (
  corner_code text not null,
  enquiry_id uuid not null,
  instructor_id uuid not null,
  asked_on date not null,
  link_hash text not null,
  expires_on date not null,
  answer text constraint intent_enquiry_answer check (answer in ('willing', 'unwilling')),
  answered_at timestamptz,
  note text,
  receipt_number text,
  closed_at timestamptz,
  constraint intent_enquiry_pkey primary key (corner_code, enquiry_id),
  constraint intent_enquiry_link unique (corner_code, link_hash),
  constraint intent_enquiry_receipt unique (corner_code, receipt_number),
  constraint intent_enquiry_instructor foreign key (corner_code, instructor_id) references instructor,
  constraint intent_enquiry_answered check
    ((answer is null) = (answered_at is null) and (answer is null) = (receipt_number is null))
);
comment on table intent_enquiry is '意向確認の手紙と回答。リンクは鍵付きハッシュだけを持つ';
-- One enquiry of a person is open at a time.
create unique index intent_enquiry_open on intent_enquiry (corner_code, instructor_id) where closed_at is null;
call wall_by_corner('intent_enquiry', 'select, insert, update');
