create table plan_item (
  corner_code text not null,
  plan_item_id uuid not null,
  fiscal_year integer not null constraint plan_item_fiscal_year check (fiscal_year between 2000 and 2100),
  number text not null,
  position text collate "C" not null,
  heading text not null,
  guideline text,
  plan text,
  targets jsonb not null,
  status text,
  owner text,
  search_text text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  deleted_reason text,
  constraint plan_item_pkey primary key (corner_code, plan_item_id),
  constraint plan_item_number unique (corner_code, fiscal_year, number),
  constraint plan_item_deletion check ((deleted_at is null) = (deleted_reason is null))
);
comment on table plan_item is '推進計画の項目（実施要領・実施計画の内容・指標・実施状況）。position は番号から求めた並び順';
create index plan_item_by_position on plan_item (corner_code, fiscal_year, position, number) where deleted_at is null;
call wall_by_corner('plan_item', 'select, insert, update');
