create table survey_form (
  corner_code text not null,
  form_id uuid not null,
  audience text not null constraint survey_form_audience check (audience in ('host', 'trainee', 'pupil')),
  fiscal_year integer not null,
  version integer not null constraint survey_form_version_from_one check (version >= 1),
  questions jsonb not null,
  created_at timestamptz not null default now(),
  constraint survey_form_pkey primary key (corner_code, form_id),
  constraint survey_form_version unique (corner_code, audience, fiscal_year, version)
);
comment on table survey_form is 'アンケートのコーナー独自の質問。回答のある版は変えず、次の版を作る';
call wall_by_corner('survey_form', 'select, insert, delete');

create table survey_round (
  corner_code text not null,
  visit_id uuid not null,
  audience text not null constraint survey_round_audience check (audience in ('host', 'trainee', 'pupil')),
  issued integer not null constraint survey_round_issued check (issued >= 0),
  revoked integer not null default 0 constraint survey_round_revoked check (revoked between 0 and issued),
  constraint survey_round_pkey primary key (corner_code, visit_id, audience),
  constraint survey_round_visit foreign key (corner_code, visit_id) references visit
);
comment on table survey_round is 'アンケートの回答用紙（QRコード）を出した数と、取り消した数';
call wall_by_corner('survey_round', 'select, insert, update');

-- A ticket is there until it is answered or taken back; then its row goes, and nothing tells which answer came by it.
create table survey_ticket (
  corner_code text not null,
  ticket_id uuid not null,
  visit_id uuid not null,
  audience text not null constraint survey_ticket_audience check (audience in ('host', 'trainee', 'pupil')),
  link_hash text not null,
  constraint survey_ticket_pkey primary key (corner_code, ticket_id),
  constraint survey_ticket_link unique (corner_code, link_hash),
  constraint survey_ticket_visit foreign key (corner_code, visit_id) references visit
);
comment on table survey_ticket is 'まだ使われていない回答用紙。リンクはハッシュだけを持ち、回答するか取り消すと行ごと消える';
create index survey_ticket_of_visit on survey_ticket (corner_code, visit_id, audience);
-- Locking a row needs the right to update it.
call wall_by_corner('survey_ticket', 'select, insert, update, delete');

create table survey_entry (
  corner_code text not null,
  entry_id uuid not null,
  visit_id uuid not null,
  audience text not null constraint survey_entry_audience check (audience in ('host', 'trainee', 'pupil')),
  sheets integer not null constraint survey_entry_sheets check (sheets between 1 and 40),
  entered_on date not null,
  entered_by text not null,
  withdrawn_reason text,
  constraint survey_entry_pkey primary key (corner_code, entry_id),
  constraint survey_entry_visit foreign key (corner_code, visit_id) references visit
);
comment on table survey_entry is '紙の回答をまとめて入力した記録';
create index survey_entry_of_visit on survey_entry (corner_code, visit_id);
call wall_by_corner('survey_entry', 'select, insert, update');

-- No hour, no sequence and no ticket: an answer says of which visit and day it is, and nothing of who gave it.
create table survey_answer (
  corner_code text not null,
  answer_id uuid not null,
  visit_id uuid not null,
  audience text not null constraint survey_answer_audience check (audience in ('host', 'trainee', 'pupil')),
  satisfaction smallint not null constraint survey_answer_satisfaction check (satisfaction between 1 and 5),
  understanding smallint constraint survey_answer_understanding check (understanding between 1 and 5),
  prompted boolean,
  free_text text,
  own_answers jsonb not null,
  form_id uuid,
  answered_on date,
  channel text not null constraint survey_answer_channel check (channel in ('link', 'paper', 'file', 'api')),
  entry_id uuid,
  withdrawn boolean not null default false,
  constraint survey_answer_pkey primary key (corner_code, answer_id),
  constraint survey_answer_visit foreign key (corner_code, visit_id) references visit,
  constraint survey_answer_form foreign key (corner_code, form_id) references survey_form,
  constraint survey_answer_entry foreign key (corner_code, entry_id) references survey_entry,
  constraint survey_answer_prompted check (prompted is null or audience = 'host'),
  constraint survey_answer_paper check ((entry_id is not null) = (channel = 'paper'))
);
comment on table survey_answer is 'アンケートの回答。だれの回答かを示すものは持たない';
create index survey_answer_of_visit on survey_answer (corner_code, visit_id, audience) where not withdrawn;
create index survey_answer_of_entry on survey_answer (corner_code, entry_id) where entry_id is not null;
create index survey_answer_of_form on survey_answer (corner_code, form_id) where form_id is not null;
call wall_by_corner('survey_answer', 'select, insert, update');
