create extension if not exists btree_gist;

-- 拘束: when a visit takes the time of its instructor. Kept by the database from the visit itself, so that whoever writes,
-- and however many at once, nobody is booked twice. Null where the visit takes no time: cancelled, deleted, no hours.
alter table visit_instructor add column occupied tsrange;
comment on column visit_instructor.occupied is '拘束（派遣の日時から導く。中止・削除・時刻なしは空）';

create function occupied_by(of_visit visit) returns tsrange
  language sql immutable as $$
  select case when of_visit.status <> 'cancelled' and of_visit.deleted_at is null
    then tsrange(of_visit.visit_on + of_visit.starts_at, of_visit.visit_on + of_visit.ends_at) end
  where of_visit.starts_at is not null and of_visit.ends_at is not null
$$;

-- The lock makes a change of the visit's time wait until its new instructor is seen by it.
create function occupy_instructor() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select occupied_by(visit) into new.occupied from visit
  where visit.corner_code = new.corner_code and visit.visit_id = new.visit_id for share;
  return new;
end
$$;
create trigger visit_instructor_occupied before insert on visit_instructor
  for each row execute function occupy_instructor();

create function occupy_instructors_of_visit() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update visit_instructor set occupied = occupied_by(new)
  where visit_instructor.corner_code = new.corner_code and visit_instructor.visit_id = new.visit_id;
  return null;
end
$$;
create trigger visit_occupied after update of visit_on, starts_at, ends_at, status, deleted_at on visit
  for each row when (occupied_by(old) is distinct from occupied_by(new)) execute function occupy_instructors_of_visit();

update visit_instructor set occupied = occupied_by(visit) from visit
where visit.corner_code = visit_instructor.corner_code and visit.visit_id = visit_instructor.visit_id;

-- Looked at when the transaction ends: an import may swap the hours of two visits.
alter table visit_instructor add constraint visit_instructor_occupied
  exclude using gist (corner_code with =, instructor_id with =, occupied with &&) where (occupied is not null)
  deferrable initially deferred;

create table visit_event (
  corner_code text not null,
  visit_id uuid not null,
  version integer not null,
  command text not null constraint visit_event_command check (command in ('move', 'cancel')),
  reason_code text not null constraint visit_event_reason_code check (reason_code in
    ('illness', 'weather', 'infection', 'host', 'instructor', 'other', 'unknown')),
  reason text not null,
  from_day date not null,
  from_starts_at time,
  from_ends_at time,
  to_day date,
  to_starts_at time,
  to_ends_at time,
  happened_at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  constraint visit_event_pkey primary key (corner_code, visit_id, version),
  constraint visit_event_visit foreign key (corner_code, visit_id) references visit,
  constraint visit_event_target check ((command = 'move') = (to_day is not null))
);
comment on table visit_event is '派遣の日時の変更と中止（区分、理由、だれがいつ）';
comment on column visit_event.version is '変更してできた派遣の版';
call wall_by_corner('visit_event', 'select, insert');
-- What a file brought without a 区分 gets one later; nothing else of the record changes.
grant update (reason_code) on visit_event to takumi_app;

-- 担当. The account in charge of a visit; nobody, where nobody was named.
alter table visit add column coordinator_id text;
create index visit_of_coordinator on visit (corner_code, coordinator_id, visit_on)
  where coordinator_id is not null and deleted_at is null;
