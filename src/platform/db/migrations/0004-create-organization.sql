create table organization (
  corner_code text not null,
  organization_id uuid not null,
  number text not null,
  kind text not null constraint organization_kind check (kind in
    ('sme', 'trade-body', 'technical-school', 'public-place', 'elementary-junior-high', 'support-station', 'large-enterprise', 'other')),
  name text not null,
  name_kana text,
  corporate_number text constraint organization_corporate_number check (corporate_number ~ '^[0-9]{13}$'),
  school_code text constraint organization_school_code check (length(school_code) = 13),
  industry_code text constraint organization_industry check (industry_code ~ '^[A-T]$'),
  capital_yen bigint constraint organization_capital check (capital_yen >= 0),
  employees integer constraint organization_employees check (employees >= 0),
  postal_code text constraint organization_postal_code check (postal_code ~ '^[0-9]{7}$'),
  municipality_code text not null constraint organization_municipality check (municipality_code ~ '^[0-9]{6}$'),
  address text,
  contact_name text,
  phone text,
  fax text,
  email text,
  founder text constraint organization_founder check (founder in ('national', 'public', 'private')),
  search_text text not null,
  sort_key text collate "C" not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  deleted_reason text,
  constraint organization_pkey primary key (corner_code, organization_id),
  constraint organization_number unique (corner_code, number),
  constraint organization_deletion check ((deleted_at is null) = (deleted_reason is null))
);
comment on table organization is '派遣先（企業・業界団体・学校・施設など）';
create index organization_by_kana on organization (corner_code, sort_key, number) where deleted_at is null;
create index organization_search on organization using gin (search_text gin_trgm_ops);
call wall_by_corner('organization', 'select, insert, update');
