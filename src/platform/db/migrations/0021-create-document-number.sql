-- How the corner's 文書番号 begin.
create table document_numbering (
  corner_code text not null,
  prefix text not null constraint document_numbering_prefix check (length(prefix) between 1 and 20),
  updated_at timestamptz not null default now(),
  constraint document_numbering_pkey primary key (corner_code)
);
comment on table document_numbering is '文書番号の記号（番号の前に付く文字）';
call wall_by_corner('document_numbering', 'select, insert, update');

-- The number that was given last in a 年度. The row is held until the issue is written, so that none is left out.
create table document_counter (
  corner_code text not null,
  fiscal_year integer not null constraint document_counter_fiscal_year check (fiscal_year between 2000 and 2100),
  last_number integer not null constraint document_counter_number check (last_number between 0 and 99999),
  constraint document_counter_pkey primary key (corner_code, fiscal_year)
);
comment on table document_counter is '文書番号の最後の番号（年度ごと）';
call wall_by_corner('document_counter', 'select, insert, update');

-- A letter as it went out: its bytes stay until its time is over, so that printing it again gives the same letter.
create table issued_letter (
  corner_code text not null,
  letter_id uuid not null,
  kind text not null constraint issued_letter_kind check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  fiscal_year integer not null constraint issued_letter_fiscal_year check (fiscal_year between 2000 and 2100),
  serial integer constraint issued_letter_serial check (serial >= 1),
  number text not null constraint issued_letter_number check (length(number) between 1 and 50),
  issued_on date not null,
  addressee text not null,
  subject text not null,
  entity_kind text not null,
  entity_id text not null,
  recipient_id text,
  issue_id uuid not null,
  secret_of text,
  issuer_id text not null,
  issuer_name text not null,
  file_name text not null,
  sha256 text not null constraint issued_letter_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea constraint issued_letter_bytes check (octet_length(bytes) between 1 and 20971520),
  search_text text not null,
  created_at timestamptz not null,
  constraint issued_letter_pkey primary key (corner_code, letter_id),
  constraint issued_letter_serial_once unique (corner_code, fiscal_year, serial)
);
comment on table issued_letter is '文書の発行簿。発行した手紙と文書番号';
comment on column issued_letter.bytes is '発行した手紙。保存期間が終わって廃棄すると空';
comment on column issued_letter.serial is 'この発行簿で付けた番号。ほかの発行簿で付けた番号のときは空';
comment on column issued_letter.issue_id is '一度に発行した手紙の組';
comment on column issued_letter.recipient_id is '宛先の人が名簿にいるときの番号';
comment on column issued_letter.secret_of is '回答のアドレスを控えに残さないとき、印刷のたびに入れ直す相手の番号';
alter table issued_letter alter column bytes set storage external;
create index issued_letter_by_day on issued_letter (corner_code, fiscal_year desc, issued_on desc, letter_id desc);
create index issued_letter_of_entity on issued_letter (corner_code, entity_kind, entity_id);
create index issued_letter_search on issued_letter using gin (search_text gin_trgm_ops);
call wall_by_corner('issued_letter', 'select, insert');
-- What a letter says of a person is erased when its time is over; its number stays.
grant update (addressee, bytes, search_text) on issued_letter to takumi_app;
