-- カレンダー配信. A secret address per instructor, host or coordinator; only its hash is kept.
create table calendar_feed (
  corner_code text not null,
  feed_id uuid not null,
  kind text not null constraint calendar_feed_kind check (kind in ('instructor', 'host', 'coordinator')),
  subject_id text not null,
  token_hash text not null,
  issued_at timestamptz not null,
  issued_by text not null,
  expires_on date not null,
  revoked_at timestamptz,
  constraint calendar_feed_pkey primary key (corner_code, feed_id),
  constraint calendar_feed_token unique (corner_code, token_hash)
);
comment on table calendar_feed is '予定のカレンダー配信（秘密のアドレス。ハッシュだけを持つ）';
comment on column calendar_feed.subject_id is 'マイスター等・派遣先の識別子か、担当者のアカウント';
-- A new address replaces the one before.
create unique index calendar_feed_open on calendar_feed (corner_code, kind, subject_id) where revoked_at is null;
call wall_by_corner('calendar_feed', 'select, insert, update');
