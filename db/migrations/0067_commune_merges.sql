-- Two communes become one: who proposed and agreed, what moved, and what is needed to move it back.

alter table commune
  add column merged_into text references commune,
  add column merged_at timestamptz,
  add constraint commune_merged check ((merged_into is null) = (merged_at is null) and merged_into <> code);
comment on column commune.merged_into is 'The commune that took this one over with its people, dossiers and books; null while it works for itself.';

create table commune_merge (
  id uuid primary key,
  from_code text not null references commune,
  into_code text not null references commune,
  resolution text not null check (resolution <> ''),
  resolution_on date not null,
  state text not null check (state in ('proposed', 'agreed', 'merged', 'undo-proposed', 'undo-agreed', 'undone', 'cancelled')),
  version integer not null check (version > 0),
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  agreed_at timestamptz,
  agreed_by uuid,
  agreed_by_name text,
  merged_at timestamptz,
  merge_ms integer,
  moved jsonb,
  undo_reason text check (undo_reason <> ''),
  undo_proposed_at timestamptz,
  undo_proposed_by uuid,
  undo_proposed_by_name text,
  undo_agreed_by uuid,
  undo_agreed_by_name text,
  undone_at timestamptz,
  undo_ms integer,
  returned jsonb,
  cancelled_by_name text,
  fault text,
  check (from_code <> into_code),
  check (agreed_by is null or agreed_by <> proposed_by),
  check (undo_agreed_by is null or undo_agreed_by <> undo_proposed_by),
  check ((state in ('proposed', 'agreed', 'cancelled')) = (merged_at is null)),
  check ((state = 'undone') = (undone_at is not null))
);
create unique index commune_merge_under_way on commune_merge (from_code) where state in ('proposed', 'agreed', 'merged', 'undo-proposed', 'undo-agreed');
create index commune_merge_into on commune_merge (into_code);
comment on table commune_merge is 'One commune going over into another by a resolution: proposed by an administrator of the one, agreed by an administrator of the other.';
comment on column commune_merge.merge_ms is 'How long moving took, in milliseconds.';
comment on column commune_merge.moved is 'Rows that went over, by table.';
comment on column commune_merge.fault is 'Why the last attempt did not go through; nothing was changed by it.';

create table commune_merge_row (
  merge_id uuid not null references commune_merge on delete cascade,
  kind text not null,
  id uuid not null,
  was jsonb,
  primary key (merge_id, kind, id)
);
comment on table commune_merge_row is 'What belonged to the commune that went over: by this it finds its way back. was: values that the merge or what followed may change.';

create table commune_merge_twin (
  merge_id uuid not null references commune_merge on delete cascade,
  kind text not null,
  from_id uuid not null,
  into_id uuid not null,
  primary key (merge_id, kind, from_id)
);
comment on table commune_merge_twin is 'One and the same person who was known in both communes: the row of the commune that went over stays there, its dossiers name the other.';

alter table official_paper add column former_commune text references commune (code);
alter table official_paper drop constraint official_paper_commune_code_kind_year_number_key;
create unique index official_paper_number on official_paper (commune_code, kind, year, number, former_commune) nulls not distinct;
comment on column official_paper.former_commune is 'The commune in whose book the number stands, where that commune has gone over into this one.';

alter table certified_document add column former_commune text references commune (code);
drop index certified_document_number;
create unique index certified_document_number on certified_document (commune_code, book, book_year, number, former_commune) nulls not distinct where number is not null;
comment on column certified_document.former_commune is 'The commune in whose book the number stands, where that commune has gone over into this one.';

-- A dossier that a change of the calendar moved goes over with its commune; the calendar stays where it was.
alter table calendar_moved_dossier add column change_commune text;
update calendar_moved_dossier set change_commune = commune_code;
alter table calendar_moved_dossier
  alter column change_commune set not null,
  drop constraint calendar_moved_dossier_commune_code_change_id_fkey,
  add foreign key (change_commune, change_id) references calendar_change (commune_code, id);
comment on column calendar_moved_dossier.change_commune is 'The commune whose calendar changed.';

-- Rows of one commune move together: their references are looked at when all of them have arrived.
do $$
declare
  reference record;
begin
  for reference in select conrelid::regclass as name, conname from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', reference.name, reference.conname);
  end loop;
end $$;

-- Whoever still holds the commune of yesterday in memory writes nothing under it. The lock keeps commands that are under way before the merge.
create function refuse_merged_commune() returns trigger
language plpgsql as $$
declare
  target text;
begin
  select merged_into into target from commune where code = new.commune_code for key share;
  if target is not null then
    raise exception 'commune % has gone over into %', new.commune_code, target using errcode = 'XS001';
  end if;
  return new;
end $$;
create function is_merged_commune(p_code text) returns boolean
language sql stable as $$ select exists (select from commune where code = p_code and merged_into is not null) $$;
create trigger client_command_of_living_commune before insert on client_command for each row execute function refuse_merged_commune();

-- Moving rows is the owner's: the application only proposes, agrees and asks for it.
create function commune_merge_is_the_owners() returns trigger
language plpgsql as $$
begin
  if current_user = 'xaso_app' then
    raise exception 'the application does not merge communes' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger commune_merged_by_owner before update on commune
  for each row when ((old.merged_into, old.merged_at) is distinct from (new.merged_into, new.merged_at)) execute function commune_merge_is_the_owners();

revoke insert, update, delete, truncate on commune_merge_row, commune_merge_twin from xaso_app;
revoke delete, truncate on commune_merge from xaso_app;

-- Each of the two communes sees the merge; what belonged to whom is the owner's to know.
alter table commune_merge enable row level security;
create policy commune_scope on commune_merge for all to xaso_app
  using (commune_in_scope(from_code) or commune_in_scope(into_code)) with check (commune_in_scope(from_code) or commune_in_scope(into_code));
alter table commune_merge_row enable row level security;
alter table commune_merge_twin enable row level security;
