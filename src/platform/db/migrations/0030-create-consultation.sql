create table consultation (
  corner_code text not null,
  consultation_id uuid not null,
  number text not null,
  received_on date not null,
  fiscal_year integer not null generated always as
    (extract(year from received_on)::integer - case when extract(month from received_on) < 4 then 1 else 0 end) stored,
  channel text not null constraint consultation_channel check (channel in ('phone', 'mail', 'visit', 'fax', 'counter')),
  client_kind text not null constraint consultation_client_kind check (client_kind in ('person', 'company', 'association', 'school')),
  client_name text not null,
  contact_name text,
  phone text,
  email text,
  organization_id uuid,
  topics text[] not null constraint consultation_topics check (
    cardinality(topics) > 0 and topics <@ array['training', 'facility', 'instruction', 'dispatch', 'other']),
  trade_code text,
  detail text not null,
  advice text,
  referred_from text,
  referred_to text,
  follow_up_on date,
  outcome text,
  taken_by text not null,
  request_id uuid,
  search_text text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  deleted_reason text,
  constraint consultation_pkey primary key (corner_code, consultation_id),
  constraint consultation_number unique (corner_code, number),
  constraint consultation_organization foreign key (corner_code, organization_id) references organization,
  constraint consultation_request foreign key (corner_code, request_id) references request,
  constraint consultation_follow_up check (follow_up_on > received_on),
  constraint consultation_deletion check ((deleted_at is null) = (deleted_reason is null))
);
comment on table consultation is '相談の記録（企業・学校・個人などからの相談と、助言・取次ぎ・次の連絡）';
comment on column consultation.request_id is 'この相談から登録した派遣要請。削除された要請を指していてもよい';
create index consultation_by_day on consultation (corner_code, fiscal_year desc, received_on desc, number desc) where deleted_at is null;
create index consultation_to_follow_up on consultation (corner_code, follow_up_on) where deleted_at is null and outcome is null and follow_up_on is not null;
create index consultation_of_organization on consultation (corner_code, organization_id) where deleted_at is null;
create index consultation_of_request on consultation (corner_code, request_id) where request_id is not null;
create index consultation_search on consultation using gin (search_text gin_trgm_ops);
call wall_by_corner('consultation', 'select, insert, update');
