-- A file that proves what an application says. Its bytes stay in the database, outside every folder that is served.
create table evidence_file (
  corner_code text not null,
  evidence_id uuid not null,
  case_id uuid not null,
  kind text not null constraint evidence_file_kind check (kind in
    ('qualification', 'award', 'practice', 'instruction', 'recommendation', 'application', 'other')),
  file_name text not null constraint evidence_file_name check (file_name !~ '[/\\]' and length(file_name) <= 100),
  format text not null constraint evidence_file_format check (format in ('pdf', 'jpeg', 'png')),
  byte_size integer not null constraint evidence_file_size check (byte_size between 1 and 10485760),
  sha256 text not null constraint evidence_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null constraint evidence_file_bytes check (octet_length(bytes) = byte_size),
  uploaded_at timestamptz not null,
  uploaded_by text not null,
  uploader_name text not null,
  constraint evidence_file_pkey primary key (corner_code, evidence_id),
  constraint evidence_file_case foreign key (corner_code, case_id) references certification_case,
  constraint evidence_file_once unique (corner_code, case_id, sha256)
);
comment on table evidence_file is '認定申請の証拠書類（PDF・JPEG・PNG）';
alter table evidence_file alter column bytes set storage external;
create index evidence_file_of_case on evidence_file (corner_code, case_id, uploaded_at);
call wall_by_corner('evidence_file', 'select, insert, delete');

-- What the corner sends to the Center together, by a deadline of the year.
create table certification_batch (
  corner_code text not null,
  batch_id uuid not null,
  fiscal_year integer not null constraint certification_batch_fiscal_year check (fiscal_year between 2000 and 2100),
  round integer not null constraint certification_batch_round check (round between 1 and 99),
  deadline_on date not null,
  state text not null constraint certification_batch_state check (state in ('open', 'sent', 'received')),
  document_number text,
  sent_on date,
  received_on date,
  note text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint certification_batch_pkey primary key (corner_code, batch_id),
  constraint certification_batch_once_a_round unique (corner_code, fiscal_year, round),
  constraint certification_batch_sent check ((state = 'open') = (sent_on is null)),
  constraint certification_batch_received check ((state = 'received') = (received_on is not null)),
  constraint certification_batch_days check (received_on is null or received_on >= sent_on)
);
comment on table certification_batch is '認定申請の取りまとめ。年度と回ごとに締切がある';
call wall_by_corner('certification_batch', 'select, insert, update, delete');

alter table certification_case add constraint certification_case_batch
  foreign key (corner_code, batch_id) references certification_batch;

-- What was sent stays known, also when the Center returned an application and it went out again with a later bundle.
create table certification_sending (
  corner_code text not null,
  batch_id uuid not null,
  case_id uuid not null,
  line integer not null constraint certification_sending_line check (line >= 1),
  constraint certification_sending_pkey primary key (corner_code, batch_id, case_id),
  constraint certification_sending_line_once unique (corner_code, batch_id, line),
  constraint certification_sending_batch foreign key (corner_code, batch_id) references certification_batch,
  constraint certification_sending_case foreign key (corner_code, case_id) references certification_case
);
comment on table certification_sending is '取りまとめで送付した認定申請';
create index certification_sending_of_case on certification_sending (corner_code, case_id);
call wall_by_corner('certification_sending', 'select, insert');

-- The wording of the papers that a corner sends, by 年度; a year without its own has the one before it.
create table certification_form (
  corner_code text not null,
  fiscal_year integer not null constraint certification_form_fiscal_year check (fiscal_year between 2000 and 2100),
  words jsonb not null,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  constraint certification_form_pkey primary key (corner_code, fiscal_year)
);
comment on table certification_form is '認定申請書・送付状の文面（コーナー・年度ごと）';
call wall_by_corner('certification_form', 'select, insert, update');
