-- That somebody outside was reminded of something that waits: once a day for each thing.
create table work_reminder (
  corner_code text not null,
  kind text not null constraint work_reminder_kind check (kind in ('report-missing', 'report-returned', 'survey-missing')),
  item text not null,
  reminded_on date not null,
  draft_id uuid not null,
  reminded_by text not null,
  created_at timestamptz not null,
  constraint work_reminder_pkey primary key (corner_code, kind, item, reminded_on)
);
comment on table work_reminder is '催促の記録（送信箱に下書きを作った日。1件につき1日1回）。item は派遣とマイスター等の識別子';
call wall_by_corner('work_reminder', 'select, insert');
