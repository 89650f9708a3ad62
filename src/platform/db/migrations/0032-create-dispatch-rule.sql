-- What a corner asks of requests received from a day on. Tables are only added.
create table dispatch_rule (
  corner_code text not null,
  rule_id uuid not null,
  fiscal_year integer not null constraint dispatch_rule_fiscal_year check (fiscal_year between 2000 and 2100),
  valid_from date not null,
  revision integer not null constraint dispatch_rule_revision check (revision >= 1),
  basis text not null,
  terms jsonb not null,
  created_at timestamptz not null,
  created_by text not null,
  constraint dispatch_rule_pkey primary key (corner_code, rule_id),
  constraint dispatch_rule_once unique (corner_code, fiscal_year, valid_from, revision)
);
comment on table dispatch_rule is '派遣の基準（年度・適用開始日ごと、追加のみ）';
call wall_by_corner('dispatch_rule', 'select, insert');

-- What 派遣依頼書, 実技指導計画書 and 受講者名簿 say beyond the columns of the request.
create table request_application (
  corner_code text not null,
  request_id uuid not null,
  channel text constraint request_application_channel check
    (channel in ('web', 'phone', 'fax', 'mail', 'post', 'counter', 'visit')),
  contact_name text,
  contact_phone text,
  contact_email text,
  purpose text constraint request_application_purpose check (purpose in ('skills-test', 'contest', 'succession', 'other')),
  level text,
  place text,
  equipment text constraint request_application_equipment check (equipment in ('available', 'partly', 'missing')),
  equipment_note text,
  materials_yen bigint constraint request_application_materials check (materials_yen >= 0),
  youngest_age integer constraint request_application_youngest check (youngest_age between 0 and 99),
  oldest_age integer constraint request_application_oldest check (oldest_age between 0 and 99),
  age_reason text,
  other_subsidy text constraint request_application_subsidy check (other_subsidy in ('none', 'used')),
  other_subsidy_name text,
  past_use text constraint request_application_past_use check (past_use in ('never', 'this-year', 'last-year', 'earlier')),
  plan_received_on date,
  roster_received_on date,
  wished_weekdays smallint[] constraint request_application_weekdays
    check (wished_weekdays <@ array[0, 1, 2, 3, 4, 5, 6]::smallint[]),
  wished_start time,
  team_size integer constraint request_application_team check (team_size between 1 and 5),
  constraint request_application_pkey primary key (corner_code, request_id),
  constraint request_application_request foreign key (corner_code, request_id) references request
);
comment on table request_application is '派遣依頼書・実技指導計画書・受講者名簿の記載（要請1件に1行、書いてあるときだけ）';
call wall_by_corner('request_application', 'select, insert, update');
