create table demand_survey (
  corner_code text not null,
  survey_id uuid not null,
  number text not null,
  fiscal_year integer not null constraint demand_survey_year check (fiscal_year between 2000 and 2100),
  title text not null,
  answer_by date not null,
  classes text[] not null constraint demand_survey_classes check (cardinality(classes) > 0),
  note text,
  state text not null default 'draft' constraint demand_survey_state check (state in ('draft', 'running', 'closed')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint demand_survey_pkey primary key (corner_code, survey_id),
  constraint demand_survey_number unique (corner_code, number)
);
comment on table demand_survey is '派遣希望調査';
create index demand_survey_by_year on demand_survey (corner_code, fiscal_year, number);
call wall_by_corner('demand_survey', 'select, insert, update');

create table demand_recipient (
  corner_code text not null,
  recipient_id uuid not null,
  survey_id uuid not null,
  organization_id uuid not null,
  number text not null,
  class text not null constraint demand_recipient_class check (class in
    ('elementary', 'junior-high', 'school-without-code', 'high-school', 'vocational', 'sme', 'large-enterprise', 'trade-body',
     'public-place', 'support-station', 'other')),
  municipality_code text not null constraint demand_recipient_municipality check (municipality_code ~ '^[0-9]{6}$'),
  sent_on date,
  sent_way text constraint demand_recipient_sent_way check (sent_way in ('mail', 'post', 'fax', 'hand')),
  reminded_on date,
  reminders integer not null default 0 constraint demand_recipient_reminders check (reminders >= 0),
  declined_on date,
  declined_reason text,
  link_hash text not null,
  link_round integer not null default 1 constraint demand_recipient_link_round check (link_round >= 1),
  link_revoked_at timestamptz,
  constraint demand_recipient_pkey primary key (corner_code, recipient_id),
  constraint demand_recipient_number unique (corner_code, number),
  constraint demand_recipient_once unique (corner_code, survey_id, organization_id),
  constraint demand_recipient_link unique (corner_code, link_hash),
  constraint demand_recipient_survey foreign key (corner_code, survey_id) references demand_survey,
  constraint demand_recipient_organization foreign key (corner_code, organization_id) references organization,
  constraint demand_recipient_sending check ((sent_on is null) = (sent_way is null)),
  constraint demand_recipient_reminding check ((reminded_on is null) = (reminders = 0)),
  constraint demand_recipient_declining check ((declined_on is null) = (declined_reason is null))
);
comment on table demand_recipient is '派遣希望調査の調査先。区分と市区町村は選んだときのもの。リンクはハッシュだけを持つ';
create index demand_recipient_of_organization on demand_recipient (corner_code, organization_id);
-- Who was chosen by mistake is taken out before anything was sent.
call wall_by_corner('demand_recipient', 'select, insert, update, delete');

-- Names the person to ask at the host: personal data, to be erased with the survey (SEC-12).
create table demand_answer (
  corner_code text not null,
  recipient_id uuid not null,
  receipt_number text not null,
  wants boolean not null,
  contact_name text,
  contact_phone text,
  contact_email text,
  comment text,
  channel text not null constraint demand_answer_channel check (channel in ('web', 'post', 'fax', 'mail', 'phone', 'hand')),
  answered_on date not null,
  entered_by text,
  submission_key text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint demand_answer_pkey primary key (corner_code, recipient_id),
  constraint demand_answer_receipt unique (corner_code, receipt_number),
  constraint demand_answer_recipient foreign key (corner_code, recipient_id) references demand_recipient,
  constraint demand_answer_enterer check (channel = 'web' or entered_by is not null)
);
comment on table demand_answer is '派遣希望調査の回答。調査先に1件';
call wall_by_corner('demand_answer', 'select, insert, update');

create table demand_wish (
  corner_code text not null,
  wish_id uuid not null,
  recipient_id uuid not null,
  place integer not null constraint demand_wish_place check (place >= 0),
  trade_code text not null,
  sessions integer not null constraint demand_wish_sessions check (sessions between 1 and 100),
  months smallint[] not null constraint demand_wish_months check (
    cardinality(months) > 0 and months <@ array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]::smallint[]),
  audience text,
  trainees integer constraint demand_wish_trainees check (trainees >= 1),
  content text,
  request_id uuid,
  constraint demand_wish_pkey primary key (corner_code, wish_id),
  constraint demand_wish_answer foreign key (corner_code, recipient_id) references demand_answer,
  constraint demand_wish_request foreign key (corner_code, request_id) references request
);
comment on table demand_wish is '派遣希望調査で答えられた希望（職種・回数・月ごとに1行）';
comment on column demand_wish.request_id is 'この希望から登録した派遣要請。削除された要請を指していてもよい';
create index demand_wish_of_recipient on demand_wish (corner_code, recipient_id, place);
create unique index demand_wish_of_request on demand_wish (corner_code, request_id) where request_id is not null;
call wall_by_corner('demand_wish', 'select, insert, update, delete');
