-- A dossier that goes to another unit is on its way until that unit has taken it over, or sent it back with a reason.

alter table dossier
  add column handed_at timestamptz,
  add column handed_by uuid,
  add column handed_from uuid,
  add constraint dossier_handed check ((handed_at is null) = (handed_by is null) and (handed_from is null or handed_at is not null)),
  add constraint dossier_handed_to check (handed_at is null or unit_id is not null);
comment on column dossier.handed_at is 'Since when it waits for the unit in unit_id to take it over; null when nobody has to.';
comment on column dossier.handed_from is 'The unit that handed it over; null: whoever handles its field.';

create table unit_handover (
  commune_code text not null,
  dossier_id uuid not null,
  id uuid not null,
  state text not null check (state in ('waiting', 'taken-over', 'turned-back', 'called-back', 'lapsed')),
  from_unit_id uuid,
  from_unit_name text not null,
  from_holder_id uuid,
  to_unit_id uuid not null,
  to_unit_name text not null,
  reason text not null check (reason <> ''),
  handed_at timestamptz not null,
  handed_by uuid not null,
  handed_by_name text not null,
  take_over_by timestamptz not null,
  warned_at timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  closed_by_name text,
  answer_words text,
  primary key (commune_code, dossier_id, id),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade,
  check ((closed_at is null) = (state = 'waiting')),
  check (state <> 'turned-back' or answer_words is not null)
);
create unique index unit_handover_one_waiting on unit_handover (commune_code, dossier_id) where state = 'waiting';
create index unit_handover_to_warn on unit_handover (take_over_by) where state = 'waiting' and warned_at is null;
comment on table unit_handover is 'Bàn giao giữa các đơn vị: from whom to whom, why, until when it is to be taken over, and what became of it.';
comment on column unit_handover.take_over_by is 'Two working hours after the hand-over; then both sides are warned, once.';
comment on column unit_handover.from_holder_id is 'Who had taken the step on; gets it back when the other unit does not take it.';
