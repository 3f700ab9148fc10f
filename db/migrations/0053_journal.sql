-- The journal answers “who saw this file” and “what did this person look at”. What is found by is derived from the entry by the database
-- itself: generated columns cannot be written, and verification compares them with the entry, so that they cannot tell another story.
-- Generated columns and not expression indexes, because row security lets only plain columns reach an index.

alter table journal
  add column object text generated always as (entry::jsonb ->> 'object') stored,
  add column actor_id text generated always as (entry::jsonb ->> 'actor') stored,
  add column action text generated always as (entry::jsonb ->> 'action') stored;
comment on column journal.object is 'What the entry is about, such as dossier:<id>; derived from the entry.';
comment on column journal.actor_id is 'Who: the id of a member of staff; null for citizens and for the program itself; derived from the entry.';
comment on column journal.action is 'What was done, such as dossier.viewed; derived from the entry.';
create index journal_object on journal (commune_code, object, day, seq);
create index journal_actor on journal (commune_code, actor_id, day, seq);

create table view_purpose (
  commune_code text not null,
  staff_id uuid not null,
  object text not null check (object <> ''),
  day date not null,
  purpose text not null check (purpose <> ''),
  words text not null check (length(words) between 1 and 300),
  given_at timestamptz not null,
  primary key (commune_code, staff_id, object, day)
);
comment on table view_purpose is 'Why somebody opened a file outside the own work: asked once for each file and day; every look of that day carries it in the journal.';
revoke update, delete, truncate on view_purpose from xaso_app;
