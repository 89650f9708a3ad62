-- 別人: two records that look like one person's and are not. It holds as long as both say what they said then: the marks
-- are a hash of フリガナ, birth year and telephone, so that no second copy of them is kept. No foreign keys on purpose: a
-- merge takes along every row that refers to an instructor, and what was said of a record that is given up ends with it.
create table distinct_pair (
  corner_code text not null,
  first_id uuid not null,
  second_id uuid not null,
  first_mark text not null,
  second_mark text not null,
  reason text not null,
  decided_at timestamptz not null,
  decided_by text not null,
  constraint distinct_pair_pkey primary key (corner_code, first_id, second_id),
  constraint distinct_pair_order check (first_id < second_id)
);
comment on table distinct_pair is '別人として記録した組。marks はフリガナ・生年・電話の照合値';
call wall_by_corner('distinct_pair', 'select, insert, update, delete');
