create table activity_report (
  corner_code text not null,
  report_id uuid not null,
  visit_id uuid not null,
  instructor_id uuid not null,
  state text not null constraint activity_report_state check (state in ('draft', 'submitted', 'returned', 'checked')),
  content text,
  trainees integer constraint activity_report_trainees check (trainees >= 0),
  understanding text constraint activity_report_understanding check
    (understanding in ('most', 'more-than-half', 'less-than-half', 'few')),
  problems text,
  next_time text,
  -- Whether staff wrote it from a paper.
  on_behalf boolean not null,
  submitted_at timestamptz,
  checked_at timestamptz,
  checker_name text,
  return_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint activity_report_pkey primary key (corner_code, report_id),
  constraint activity_report_once unique (corner_code, visit_id, instructor_id),
  constraint activity_report_visit foreign key (corner_code, visit_id) references visit,
  constraint activity_report_instructor foreign key (corner_code, instructor_id) references instructor,
  constraint activity_report_whole check (state = 'draft' or
    (content is not null and trainees is not null and understanding is not null and submitted_at is not null)),
  constraint activity_report_checked check ((state = 'checked') = (checked_at is not null)),
  constraint activity_report_returned check ((state = 'returned') = (return_reason is not null))
);
comment on table activity_report is 'マイスター活動報告書（派遣1回・マイスター等1人ごと）';
create index activity_report_of_instructor on activity_report (corner_code, instructor_id);
call wall_by_corner('activity_report', 'select, insert, update');

create table activity_photo (
  corner_code text not null,
  photo_id uuid not null,
  report_id uuid not null,
  format text not null constraint activity_photo_format check (format in ('jpeg', 'png')),
  consent text not null constraint activity_photo_consent check (consent in ('nobody-shown', 'everybody-agreed')),
  expires_on date not null,
  byte_size integer not null constraint activity_photo_size check (byte_size between 1 and 10485760),
  sha256 text not null constraint activity_photo_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null constraint activity_photo_bytes check (octet_length(bytes) = byte_size),
  uploaded_at timestamptz not null,
  uploader_name text not null,
  constraint activity_photo_pkey primary key (corner_code, photo_id),
  constraint activity_photo_report foreign key (corner_code, report_id) references activity_report,
  constraint activity_photo_once unique (corner_code, report_id, sha256)
);
comment on table activity_photo is '活動報告書の写真（撮影情報を除いたもの、同意と期限つき）';
alter table activity_photo alter column bytes set storage external;
create index activity_photo_by_expiry on activity_photo (corner_code, expires_on);
call wall_by_corner('activity_photo', 'select, insert, delete');
