-- Mails that the desk has worded. Nothing is sent from here: a draft is copied, handed over otherwise, or discarded.
create table mail_draft (
  corner_code text not null,
  draft_id uuid not null,
  kind text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  entity_kind text,
  entity_id text,
  entity_label text,
  state text not null constraint mail_draft_state check (state in ('draft', 'handed-over', 'discarded')),
  drafted_at timestamptz not null,
  drafted_by text not null,
  settled_at timestamptz,
  settled_by text,
  note text,
  version integer not null default 1,
  constraint mail_draft_pkey primary key (corner_code, draft_id),
  constraint mail_draft_settled check ((state = 'draft') = (settled_at is null)),
  constraint mail_draft_settler check ((settled_at is null) = (settled_by is null)),
  constraint mail_draft_entity check ((entity_kind is null) = (entity_id is null)),
  constraint mail_draft_note check (state <> 'discarded' or note is not null),
  constraint mail_draft_one_recipient check (recipient !~ '[,;\s]')
);
comment on table mail_draft is '送信箱（メールの下書き。宛先は1件に1人。送信はしない）';
create index mail_draft_by_state on mail_draft (corner_code, state, drafted_at desc, draft_id desc);
create index mail_draft_of_entity on mail_draft (corner_code, entity_kind, entity_id);
call wall_by_corner('mail_draft', 'select, insert, update');
