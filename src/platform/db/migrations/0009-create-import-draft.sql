-- An uploaded file between its preview and the confirmation. It holds people's data that nobody has taken in yet, so it
-- stays only until it is confirmed, given up, or a day old.
create table import_draft (
  corner_code text not null,
  draft_id uuid not null,
  actor_id text not null,
  kind text not null,
  fiscal_year integer not null constraint import_draft_fiscal_year check (fiscal_year between 2000 and 2100),
  file_name text not null,
  bytes bytea not null,
  preview jsonb not null,
  created_at timestamptz not null,
  constraint import_draft_pkey primary key (corner_code, draft_id)
);
comment on table import_draft is '取込の確認を待つファイル。取り込むか、やめるか、24時間たつと消える';
comment on column import_draft.preview is '確認画面に出した内容（件数・先頭の行）';
create index import_draft_by_age on import_draft (corner_code, created_at);
call wall_by_corner('import_draft', 'select, insert, update, delete');
