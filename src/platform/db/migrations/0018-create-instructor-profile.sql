create table instructor_profile (
  corner_code text not null,
  instructor_id uuid not null,
  scheme text constraint instructor_profile_scheme check (scheme in ('mhlw', 'prefecture')),
  scheme_name text,
  grade text constraint instructor_profile_grade check (grade in ('special', 'first', 'single', 'lower')),
  practice_from date,
  contest text constraint instructor_profile_contest check (contest in ('world', 'national', 'grand-prix', 'youth')),
  contest_place text constraint instructor_profile_place check (contest_place in ('gold', 'silver', 'bronze', 'other')),
  introduction text,
  advice_areas text[] not null default '{}' constraint instructor_profile_advice
    check (advice_areas <@ array['productivity', 'quality', 'staff', 'conditions', 'it']),
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  constraint instructor_profile_pkey primary key (corner_code, instructor_id),
  constraint instructor_profile_instructor foreign key (corner_code, instructor_id) references instructor,
  constraint instructor_profile_scheme_name check (scheme_name is null or scheme = 'prefecture')
);
comment on table instructor_profile is 'マイスター等の制度・資格・紹介文';
call wall_by_corner('instructor_profile', 'select, insert, update');

create table instructor_consent (
  corner_code text not null,
  instructor_id uuid not null,
  item text not null constraint instructor_consent_item check (item in ('name', 'trades', 'employer', 'introduction', 'municipality')),
  consented_on date not null,
  expires_on date not null,
  withdrawn_on date,
  entered_by text not null,
  on_behalf boolean not null,
  constraint instructor_consent_pkey primary key (corner_code, instructor_id, item),
  constraint instructor_consent_instructor foreign key (corner_code, instructor_id) references instructor,
  constraint instructor_consent_days check (expires_on > consented_on)
);
comment on table instructor_consent is '公開の同意（項目ごと）。withdrawn_on は取り下げた日、on_behalf は事務局が本人に代わって入力したこと';
call wall_by_corner('instructor_consent', 'select, insert, update');
