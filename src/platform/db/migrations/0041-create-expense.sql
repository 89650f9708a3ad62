-- What a corner pays from a day on. Tables are only added: a claim that was priced by one finds it as it was.
create table expense_rate (
  corner_code text not null,
  rate_id uuid not null,
  fiscal_year integer not null constraint expense_rate_fiscal_year check (fiscal_year between 2000 and 2100),
  valid_from date not null,
  revision integer not null constraint expense_rate_revision check (revision >= 1),
  basis text not null,
  prices jsonb not null,
  created_at timestamptz not null,
  created_by text not null,
  constraint expense_rate_pkey primary key (corner_code, rate_id),
  constraint expense_rate_once unique (corner_code, fiscal_year, valid_from, revision)
);
comment on table expense_rate is '謝金・旅費などの単価表（年度・適用開始日ごと、追加のみ）';
call wall_by_corner('expense_rate', 'select, insert');

create table expense_budget (
  corner_code text not null,
  fiscal_year integer not null constraint expense_budget_fiscal_year check (fiscal_year between 2000 and 2100),
  honorarium_yen bigint constraint expense_budget_honorarium check (honorarium_yen >= 0),
  travel_yen bigint constraint expense_budget_travel check (travel_yen >= 0),
  material_yen bigint constraint expense_budget_material check (material_yen >= 0),
  text_writing_yen bigint constraint expense_budget_text_writing check (text_writing_yen >= 0),
  version integer not null default 1,
  updated_at timestamptz not null,
  constraint expense_budget_pkey primary key (corner_code, fiscal_year)
);
comment on table expense_budget is '謝金・旅費などの予算（年度・費目ごと）';
call wall_by_corner('expense_budget', 'select, insert, update');

create table expense_claim (
  corner_code text not null,
  claim_id uuid not null,
  visit_id uuid not null,
  instructor_id uuid not null,
  visit_on date not null,
  fiscal_year integer not null generated always as
    (extract(year from visit_on)::integer - case when extract(month from visit_on) < 4 then 1 else 0 end) stored,
  rate_id uuid not null,
  state text not null constraint expense_claim_state check
    (state in ('draft', 'submitted', 'returned', 'checked', 'approved', 'paid', 'dropped')),
  total_yen bigint not null constraint expense_claim_total check (total_yen >= 0),
  withheld_base_yen bigint not null constraint expense_claim_withheld_base check (withheld_base_yen between 0 and total_yen),
  note text,
  drafted_by text not null,
  drafter_name text not null,
  batch_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint expense_claim_pkey primary key (corner_code, claim_id),
  constraint expense_claim_visit foreign key (corner_code, visit_id) references visit,
  constraint expense_claim_instructor foreign key (corner_code, instructor_id) references instructor,
  constraint expense_claim_rate foreign key (corner_code, rate_id) references expense_rate,
  constraint expense_claim_batch_state check (batch_id is null or state in ('approved', 'paid')),
  constraint expense_claim_paid check (state <> 'paid' or batch_id is not null)
);
comment on table expense_claim is '謝金等の請求（派遣1回・マイスター等1人ごと）';
create unique index expense_claim_once on expense_claim (corner_code, visit_id, instructor_id) where state <> 'dropped';
create index expense_claim_by_day on expense_claim (corner_code, fiscal_year, visit_on desc, claim_id desc);
create index expense_claim_of_instructor on expense_claim (corner_code, instructor_id, visit_on desc);
create index expense_claim_of_batch on expense_claim (corner_code, batch_id) where batch_id is not null;
call wall_by_corner('expense_claim', 'select, insert, update');

create table expense_claim_line (
  corner_code text not null,
  claim_id uuid not null,
  position smallint not null,
  item text not null constraint expense_claim_line_item check (item in ('honorarium', 'travel', 'material', 'text-writing')),
  input jsonb not null,
  unit_yen bigint not null constraint expense_claim_line_unit check (unit_yen >= 0),
  amount_yen bigint not null constraint expense_claim_line_amount check (amount_yen >= 0),
  excess_yen bigint not null constraint expense_claim_line_excess check (excess_yen >= 0),
  constraint expense_claim_line_pkey primary key (corner_code, claim_id, position),
  constraint expense_claim_line_claim foreign key (corner_code, claim_id) references expense_claim
);
comment on table expense_claim_line is '請求の内訳。金額は input と単価表から再計算できる';
call wall_by_corner('expense_claim_line', 'select, insert, delete');

create table expense_claim_event (
  corner_code text not null,
  claim_id uuid not null,
  sequence integer not null,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  command text not null constraint expense_claim_event_command check
    (command in ('draft', 'submit', 'check', 'return', 'approve', 'pay', 'drop')),
  from_state text not null,
  to_state text not null,
  reason text,
  constraint expense_claim_event_pkey primary key (corner_code, claim_id, sequence),
  constraint expense_claim_event_claim foreign key (corner_code, claim_id) references expense_claim,
  constraint expense_claim_event_reason check (command not in ('return', 'drop') or reason is not null)
);
comment on table expense_claim_event is '請求の経過（だれが、いつ、どう進めたか）';
call wall_by_corner('expense_claim_event', 'select, insert');
-- The history is added to alone, but a reason that somebody wrote there is erased when its time is over.
grant update (reason) on expense_claim_event to takumi_app;
