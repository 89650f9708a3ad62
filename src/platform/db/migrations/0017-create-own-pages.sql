-- The way of a マイスター等 into the pages of their own: a letter with a code and a link, then a session on one device.
create table own_invitation (
  corner_code text not null,
  invitation_id uuid not null,
  instructor_id uuid not null,
  code_hash text not null,
  link_hash text not null,
  issued_at timestamptz not null,
  issued_by text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  constraint own_invitation_pkey primary key (corner_code, invitation_id),
  constraint own_invitation_code unique (corner_code, code_hash),
  constraint own_invitation_link unique (corner_code, link_hash),
  constraint own_invitation_instructor foreign key (corner_code, instructor_id) references instructor,
  constraint own_invitation_ended_once check (used_at is null or revoked_at is null)
);
comment on table own_invitation is '本人用の画面の案内。コードとリンクは鍵付きハッシュだけを持つ';
create index own_invitation_of_instructor on own_invitation (corner_code, instructor_id, issued_at desc);
-- No letter is open beside another one of the same person.
create unique index own_invitation_open on own_invitation (corner_code, instructor_id)
  where used_at is null and revoked_at is null;
call wall_by_corner('own_invitation', 'select, insert, update');

create table own_session (
  corner_code text not null,
  session_id uuid not null,
  token_hash text not null,
  instructor_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  constraint own_session_pkey primary key (corner_code, session_id),
  constraint own_session_token unique (corner_code, token_hash),
  constraint own_session_instructor foreign key (corner_code, instructor_id) references instructor
);
comment on table own_session is '本人用の画面を開いている端末（合言葉はハッシュのみ）';
create index own_session_of_instructor on own_session (corner_code, instructor_id, created_at desc);
call wall_by_corner('own_session', 'select, insert, update, delete');

-- Wrong codes are counted by 登録番号 too.
alter table sign_in_attempt drop constraint sign_in_attempt_kind;
alter table sign_in_attempt add constraint sign_in_attempt_kind check (kind in ('account', 'address', 'instructor'));

create table visit_reply (
  corner_code text not null,
  visit_id uuid not null,
  instructor_id uuid not null,
  answer text not null constraint visit_reply_answer check (answer in ('accepted', 'declined')),
  reason text,
  visit_on date not null,
  starts_at time,
  answered_at timestamptz not null,
  answered_by text not null,
  on_behalf boolean not null,
  constraint visit_reply_pkey primary key (corner_code, visit_id, instructor_id),
  constraint visit_reply_visit foreign key (corner_code, visit_id) references visit,
  constraint visit_reply_instructor foreign key (corner_code, instructor_id) references instructor,
  constraint visit_reply_reason check ((answer = 'declined') = (reason is not null))
);
comment on table visit_reply is '派遣への返事（承諾・辞退）。visit_on と starts_at は、返事をしたときの日時';
call wall_by_corner('visit_reply', 'select, insert, update');
