-- 統合: two records of one person. The one that is given up stays, deleted, and says where the person is found now.
alter table instructor add column merged_into uuid;
alter table instructor add constraint instructor_survivor foreign key (corner_code, merged_into) references instructor;
alter table instructor add constraint instructor_merged check (merged_into is null or deleted_at is not null);
create index instructor_by_survivor on instructor (corner_code, merged_into) where merged_into is not null;

-- Gives everything that refers to one instructor to another one of the same corner: every table with a column that names
-- an instructor, so that a later table is not forgotten. Trades and the upkeep of the registration (休眠から解除まで) are
-- parts of the record itself: a duplicate that was deregistered does not deregister the person. Where the other one has
-- the same already, a visit keeps one of the two; anything else stays with the record that was given up, as history.
create function move_instructor_rows(from_id uuid, to_id uuid) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  place record; found record; moved integer := 0;
begin
  for place in
    select c.relname, a.attname from pg_class c
    join pg_attribute a on a.attrelid = c.oid
    join pg_attribute corner on corner.attrelid = c.oid and corner.attname = 'corner_code'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped
      and a.atttypid = 'uuid'::regtype and a.attname ~ '(^|_)instructor_id$'
      and c.relname not in ('instructor', 'instructor_trade', 'upkeep', 'upkeep_event', 'intent_enquiry')
    order by c.relname, a.attname
  loop
    for found in execute format('select ctid as place from %I where corner_code = current_corner() and %I = $1 for update',
      place.relname, place.attname) using from_id
    loop
      begin
        execute format('update %I set %I = $1 where ctid = $2', place.relname, place.attname) using to_id, found.place;
        moved := moved + 1;
      exception when unique_violation then
        if place.relname = 'visit_instructor' then
          execute 'delete from visit_instructor where ctid = $1' using found.place;
        end if;
      end;
    end loop;
  end loop;
  return moved;
end
$$;
revoke execute on function move_instructor_rows(uuid, uuid) from public;
grant execute on function move_instructor_rows(uuid, uuid) to takumi_app;

-- One person's フリガナ is compared within the year of birth, and their telephone by its digits.
create index instructor_by_birth_year on instructor (corner_code, birth_year) where deleted_at is null;
