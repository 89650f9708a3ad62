-- What hosts send by the public form, until staff take it into a request or put it aside.
create table public_request (
  corner_code text not null,
  application_id uuid not null,
  receipt_number text not null,
  received_at timestamptz not null,
  received_on date not null,
  submission_key text not null,
  content jsonb not null,
  host_name text not null,
  state text not null constraint public_request_state check (state in ('new', 'taken', 'refused', 'spam')),
  reason text,
  settled_at timestamptz,
  settled_by text,
  request_id uuid,
  link_hash text not null,
  link_expires_on date not null,
  link_revoked_at timestamptz,
  version integer not null default 1,
  constraint public_request_pkey primary key (corner_code, application_id),
  constraint public_request_receipt unique (corner_code, receipt_number),
  constraint public_request_submission unique (corner_code, submission_key),
  constraint public_request_link unique (corner_code, link_hash),
  constraint public_request_request foreign key (corner_code, request_id) references request,
  constraint public_request_taken check ((state = 'taken') = (request_id is not null)),
  constraint public_request_settled check ((state = 'new') = (settled_at is null)),
  constraint public_request_reason check (state <> 'refused' or reason is not null)
);
comment on table public_request is '派遣の申込み（公開フォームからの受付。リンクはハッシュだけを持つ）';
create index public_request_by_state on public_request (corner_code, state, received_at desc, application_id desc);
call wall_by_corner('public_request', 'select, insert, update');
