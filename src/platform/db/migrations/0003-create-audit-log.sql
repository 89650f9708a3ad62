-- Every change with before and after, in one chain per corner: each entry's hash covers the one before it.
create table audit_entry (
  corner_code text not null,
  sequence bigint not null,
  occurred_at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  action text not null,
  entity_kind text not null,
  entity_id text not null,
  entity_label text not null,
  before jsonb,
  after jsonb,
  source text not null,
  previous_hash text not null,
  hash text not null,
  constraint audit_entry_pkey primary key (corner_code, sequence)
);
comment on table audit_entry is '操作記録。追記だけができる（SEC-11）';
create index audit_entry_of_entity on audit_entry (corner_code, entity_kind, entity_id, sequence desc);
create index audit_entry_by_actor on audit_entry (corner_code, actor_id, sequence desc);
call wall_by_corner('audit_entry', 'select, insert');

create table audit_head (
  corner_code text constraint audit_head_pkey primary key,
  sequence bigint not null,
  hash text not null
);
comment on table audit_head is '操作記録の末尾。書く者はここで順番を待つ';
call wall_by_corner('audit_head', 'select, insert, update');

-- The answer that the first request with this key got; a repeated one gets the same (FRM-34, contract.md §2).
create table idempotent_answer (
  corner_code text not null,
  actor_id text not null,
  key text not null,
  fingerprint text not null,
  answer jsonb not null,
  created_at timestamptz not null default now(),
  constraint idempotent_answer_pkey primary key (corner_code, actor_id, key)
);
comment on table idempotent_answer is '二重送信の控え（内容は要約値だけ。7日で消す）';
create index idempotent_answer_by_age on idempotent_answer (corner_code, created_at);
call wall_by_corner('idempotent_answer', 'select, insert, delete');
