-- 受講者名簿. As little of a person as the paper asks for (受講者名簿 別紙2); the log keeps numbers of people alone.
create table visit_trainee (
  corner_code text not null,
  visit_id uuid not null,
  position smallint not null constraint visit_trainee_position check (position between 1 and 200),
  name text not null,
  name_kana text,
  age smallint constraint visit_trainee_age check (age between 5 and 99),
  birth_year smallint constraint visit_trainee_birth_year check (birth_year between 1900 and 2100),
  affiliation text,
  aimed_grade text,
  present boolean,
  constraint visit_trainee_pkey primary key (corner_code, visit_id, position),
  constraint visit_trainee_visit foreign key (corner_code, visit_id) references visit,
  constraint visit_trainee_age_once check (age is null or birth_year is null)
);
comment on table visit_trainee is '受講者名簿の1人。present は出席（記録するまで空）';
call wall_by_corner('visit_trainee', 'select, insert, update, delete');

-- 立会い. The accounts of the corner that were at a visit, or are to be.
create table visit_attendant (
  corner_code text not null,
  visit_id uuid not null,
  user_id text not null,
  constraint visit_attendant_pkey primary key (corner_code, visit_id, user_id),
  constraint visit_attendant_visit foreign key (corner_code, visit_id) references visit
);
comment on table visit_attendant is '派遣に立ち会う・立ち会ったコーナーの職員';
create index visit_attendant_by_user on visit_attendant (corner_code, user_id, visit_id);
call wall_by_corner('visit_attendant', 'select, insert, delete');
