create table saved_filter (
  corner_code text not null,
  filter_id uuid not null,
  actor_id text not null,
  list text not null,
  name text not null,
  query text not null,
  created_at timestamptz not null,
  constraint saved_filter_pkey primary key (corner_code, filter_id),
  constraint saved_filter_name unique (corner_code, actor_id, list, name)
);
comment on table saved_filter is '保存した条件（一覧の絞り込み。本人だけのもの）';
call wall_by_corner('saved_filter', 'select, insert, update, delete');
