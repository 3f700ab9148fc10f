-- Somebody is away: their open dossiers are given to a colleague or back to whoever's position holds them, and taken back afterwards.

create table absence (
  commune_code text not null references commune,
  id uuid not null,
  staff_id uuid not null,
  staff_name text not null check (staff_name <> ''),
  to_id uuid,
  to_name text,
  reason text not null check (btrim(reason) <> ''),
  from_day date not null,
  until_day date not null,
  given_at timestamptz not null,
  given_by uuid not null,
  given_by_name text not null check (given_by_name <> ''),
  ended_at timestamptz,
  ended_by uuid,
  ended_by_name text,
  primary key (commune_code, id),
  foreign key (commune_code, staff_id) references staff (commune_code, id) on delete cascade,
  check (until_day >= from_day),
  check ((to_id is null) = (to_name is null)),
  check (to_id is distinct from staff_id),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_by_name is null))
);
create index absence_newest on absence (commune_code, given_at desc, id desc);
comment on table absence is 'The open dossiers of a member of staff who is away were given to somebody else, for a reason and a period.';
comment on column absence.to_id is 'Who has them meanwhile; null: nobody in particular, whoever''s position holds the step.';

create table absence_dossier (
  commune_code text not null,
  absence_id uuid not null,
  dossier_id uuid not null,
  position integer not null check (position >= 0),
  step text,
  outcome text not null check (outcome in ('waiting', 'moved', 'stayed')),
  problem jsonb,
  back text check (back in ('moved', 'stayed')),
  back_problem jsonb,
  primary key (commune_code, absence_id, dossier_id),
  foreign key (commune_code, absence_id) references absence (commune_code, id) on delete cascade,
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade,
  check ((outcome = 'stayed') = (problem is not null)),
  check (back is null or outcome = 'moved'),
  check ((coalesce(back, '') = 'stayed') = (back_problem is not null))
);
create index absence_dossier_of on absence_dossier (commune_code, dossier_id);
comment on table absence_dossier is 'Each dossier of a list that was given: whether it moved, why not, and what became of it when it was taken back.';
comment on column absence_dossier.outcome is 'waiting: the giving broke off before its turn; it goes on where it stopped.';
comment on column absence_dossier.step is 'The step at which it was given; it comes back only from there.';

revoke truncate on absence, absence_dossier from xaso_app;
