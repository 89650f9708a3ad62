create table travel_rule (
  corner_code text not null,
  valid_from date not null,
  kilometres_an_hour integer not null constraint travel_rule_speed check (kilometres_an_hour between 10 and 100),
  extra_minutes integer not null constraint travel_rule_pause check (extra_minutes between 0 and 180),
  basis text not null,
  updated_at timestamptz not null default now(),
  constraint travel_rule_pkey primary key (corner_code, valid_from)
);
comment on table travel_rule is '移動時間の見積り（コーナーが定めたもの）。次の定めの始めの日の前日まで使う';
call wall_by_corner('travel_rule', 'select, insert, update');
