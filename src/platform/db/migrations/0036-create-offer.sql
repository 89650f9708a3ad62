create table offer (
  corner_code text not null,
  offer_id uuid not null,
  request_id uuid not null,
  instructor_id uuid not null,
  days date[] not null constraint offer_days check (cardinality(days) between 1 and 100),
  starts_at time,
  way text not null constraint offer_way check (way in ('message', 'call')),
  state text not null default 'open' constraint offer_state check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  offered_on date not null,
  offered_by text not null,
  answer_by date not null,
  note text,
  answered_at timestamptz,
  answered_by text,
  on_behalf boolean,
  reason text,
  constraint offer_pkey primary key (corner_code, offer_id),
  constraint offer_request foreign key (corner_code, request_id) references request,
  constraint offer_instructor foreign key (corner_code, instructor_id) references instructor,
  constraint offer_deadline check (answer_by >= offered_on),
  constraint offer_ended check ((state = 'open') = (answered_at is null) and (answered_at is null) = (answered_by is null)),
  constraint offer_answer check ((state in ('accepted', 'declined')) = (on_behalf is not null)),
  constraint offer_reason check ((reason is not null) = (state in ('declined', 'withdrawn')))
);
comment on table offer is '打診（要請の日をマイスター等に申し出て、承諾か辞退の答えを得る）';
-- A request is offered to a person once at a time; to several people where its sessions need them.
create unique index offer_open on offer (corner_code, request_id, instructor_id) where state = 'open';
create index offer_of_request on offer (corner_code, request_id, offered_on desc);
create index offer_of_instructor on offer (corner_code, instructor_id, state);
call wall_by_corner('offer', 'select, insert, update');
