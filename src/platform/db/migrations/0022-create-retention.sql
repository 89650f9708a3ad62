-- How long a corner keeps each kind of data, from a 年度 on; without a row the shipped period holds (SEC-12).
create table retention_period (
  corner_code text not null,
  kind text not null constraint retention_period_kind check (kind in
    ('certified-application', 'ended-application', 'ended-registration', 'scouting-contact', 'intent-enquiry',
     'issued-letter', 'consultation', 'public-request', 'request-contact', 'expense-claim', 'payment-batch',
     'bank-account', 'survey-text', 'mail-draft', 'visit-roster', 'demand-answer', 'request-note', 'activity-text')),
  from_fiscal_year integer not null constraint retention_period_year check (from_fiscal_year between 2000 and 2100),
  years integer not null constraint retention_period_years check (years between 1 and 50),
  source text not null,
  updated_at timestamptz not null default now(),
  constraint retention_period_pkey primary key (corner_code, kind, from_fiscal_year)
);
comment on table retention_period is '保存期間（種類ごと。その年度のものから）';
call wall_by_corner('retention_period', 'select, insert, update');

-- 廃棄予定: what is to be erased together, who put it together, who approved it, and when it was erased.
create table retention_plan (
  corner_code text not null,
  plan_id uuid not null,
  fiscal_year integer not null constraint retention_plan_fiscal_year check (fiscal_year between 2000 and 2100),
  ordinal integer not null constraint retention_plan_ordinal check (ordinal >= 1),
  state text not null constraint retention_plan_state check (state in ('draft', 'approved', 'erased')),
  drafted_at timestamptz not null,
  drafter_id text not null,
  drafter_name text not null,
  approved_at timestamptz,
  approver_id text,
  approver_name text,
  erased_at timestamptz,
  eraser_name text,
  version integer not null default 1,
  constraint retention_plan_pkey primary key (corner_code, plan_id),
  constraint retention_plan_ordinal_once unique (corner_code, fiscal_year, ordinal),
  constraint retention_plan_approved check ((state = 'draft') = (approved_at is null)),
  constraint retention_plan_approver check
    ((approved_at is null) = (approver_id is null) and (approver_id is null) = (approver_name is null)),
  constraint retention_plan_second_person check (approver_id <> drafter_id),
  constraint retention_plan_erased check
    ((state = 'erased') = (erased_at is not null) and (erased_at is null) = (eraser_name is null))
);
comment on table retention_plan is '廃棄予定の一覧。作った人と承認した人は別の人';
create unique index retention_plan_open on retention_plan (corner_code) where state <> 'erased';
call wall_by_corner('retention_plan', 'select, insert, update');

-- No person's value stands here: the label is a number of the record.
create table retention_item (
  corner_code text not null,
  plan_id uuid not null,
  kind text not null constraint retention_item_kind check (kind in
    ('certified-application', 'ended-application', 'ended-registration', 'scouting-contact', 'intent-enquiry',
     'issued-letter', 'consultation', 'public-request', 'request-contact', 'expense-claim', 'payment-batch',
     'bank-account', 'survey-text', 'mail-draft', 'visit-roster', 'demand-answer', 'request-note', 'activity-text')),
  item_id uuid not null,
  label text not null,
  base_year integer not null,
  kept_until date not null,
  hold_reason text,
  erased_at timestamptz,
  files integer not null default 0,
  constraint retention_item_pkey primary key (corner_code, plan_id, kind, item_id),
  constraint retention_item_plan foreign key (corner_code, plan_id) references retention_plan,
  constraint retention_item_held check (hold_reason is null or erased_at is null)
);
comment on table retention_item is '廃棄予定の一覧の1件。hold_reason があれば保留';
create unique index retention_item_erased_once on retention_item (corner_code, kind, item_id) where erased_at is not null;
call wall_by_corner('retention_item', 'select, insert, update');

-- Histories are added to alone, but a reason that somebody wrote there is erased with the person.
grant update (reason) on certification_event, upkeep_event, course_exemption to takumi_app;
