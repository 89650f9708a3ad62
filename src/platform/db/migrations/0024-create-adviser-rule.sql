create table adviser_rule (
  corner_code text not null,
  valid_from date not null,
  wording text not null,
  practice_years integer constraint adviser_rule_practice check (practice_years between 1 and 60),
  decided_by text not null,
  updated_at timestamptz not null default now(),
  constraint adviser_rule_pkey primary key (corner_code, valid_from)
);
comment on table adviser_rule is 'シニアアドバイザーの要件（コーナーが定めたもの）。次の要件の始めの日の前日まで使う';
call wall_by_corner('adviser_rule', 'select, insert, update');
