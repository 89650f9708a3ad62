-- Accounts are kept sealed (AES-256-GCM, the version of the key in the value); the database alone tells nobody a number.
create table bank_account (
  corner_code text not null,
  instructor_id uuid not null,
  -- What the seal is tied to: it stays when a merge gives the account to another record of the person.
  account_id uuid not null,
  sealed text not null constraint bank_account_sealed check (sealed ~ '^v[0-9]+\.'),
  version integer not null default 1,
  updated_at timestamptz not null,
  updated_by text not null,
  constraint bank_account_pkey primary key (corner_code, instructor_id),
  constraint bank_account_instructor foreign key (corner_code, instructor_id) references instructor
);
comment on table bank_account is 'マイスター等の振込先の口座（暗号化）';
call wall_by_corner('bank_account', 'select, insert, update, delete');

create table payer_account (
  corner_code text not null,
  sealed text not null constraint payer_account_sealed check (sealed ~ '^v[0-9]+\.'),
  version integer not null default 1,
  updated_at timestamptz not null,
  constraint payer_account_pkey primary key (corner_code)
);
comment on table payer_account is '振込依頼人（コーナーの口座と委託者コード、暗号化）';
call wall_by_corner('payer_account', 'select, insert, update');

create table payment_batch (
  corner_code text not null,
  batch_id uuid not null,
  paid_on date not null,
  fiscal_year integer not null generated always as
    (extract(year from paid_on)::integer - case when extract(month from paid_on) < 4 then 1 else 0 end) stored,
  state text not null constraint payment_batch_state check (state in ('open', 'paid', 'dropped')),
  made_by text not null,
  maker_name text not null,
  drop_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint payment_batch_pkey primary key (corner_code, batch_id),
  constraint payment_batch_dropped check ((state = 'dropped') = (drop_reason is not null))
);
comment on table payment_batch is '振込のまとまり（振込日ごと）';
create index payment_batch_by_day on payment_batch (corner_code, fiscal_year, paid_on desc, batch_id desc);
call wall_by_corner('payment_batch', 'select, insert, update');

create table payment (
  corner_code text not null,
  batch_id uuid not null,
  instructor_id uuid not null,
  position smallint not null,
  gross_yen bigint not null constraint payment_gross check (gross_yen >= 0),
  withheld_base_yen bigint not null constraint payment_base check (withheld_base_yen between 0 and gross_yen),
  tax_yen bigint not null constraint payment_tax check (tax_yen between 0 and withheld_base_yen),
  tax_rule text not null,
  net_yen bigint not null constraint payment_net check (net_yen = gross_yen - tax_yen),
  -- The account as it was when the transfer was made up, until its time is over.
  account_id uuid not null,
  sealed text constraint payment_sealed check (sealed ~ '^v[0-9]+\.'),
  constraint payment_pkey primary key (corner_code, batch_id, instructor_id),
  constraint payment_batch_of foreign key (corner_code, batch_id) references payment_batch,
  constraint payment_instructor foreign key (corner_code, instructor_id) references instructor
);
comment on table payment is '支払（1回の振込・1人ごと）。源泉徴収は1人の合計額から';
call wall_by_corner('payment', 'select, insert');
grant update (sealed) on payment to takumi_app;

alter table expense_claim add constraint expense_claim_batch foreign key (corner_code, batch_id) references payment_batch;
