-- A search for a very common word reads a bounded number of rows: it knows from the index alone whether a word stands in names, whole or as
-- a beginning, so that it asks for the best matches first and stops when a page is full.

-- The name in search_text: its words up to the first code or number.
create function dossier_name(search text) returns text
language sql immutable parallel safe as $$
  select regexp_replace(' ' || search || ' ', ' [^ ]*[0-9-].*$', ' ')
$$;
comment on function dossier_name is 'The words of the name in the search text of a dossier, between spaces.';

-- Everything that is found by words; a word with four digits in a row is a code or number and found from its end.
create function dossier_text(search text, procedure text, matter text) returns text
language sql immutable parallel safe as $$
  select ' ' || regexp_replace(search, '[^ ]*[0-9]{4}[^ ]*', '', 'g') || ' ' || regexp_replace(
    regexp_replace(
      translate(regexp_replace(lower(normalize(procedure || ' ' || left(matter, 300), NFKD)), '[\u0300-\u036f''’‘]', '', 'g'), 'đĐð', 'ddd'),
      '[^a-z0-9]+', ' ', 'g'),
    '[^ ]*[0-9]{4}[^ ]*', '', 'g') || ' '
$$;
comment on function dossier_text is 'The words of name, procedure and matter of a dossier without accents, between spaces.';

drop index dossier_words;
create or replace function dossier_words(commune text, search text, procedure text, matter text, codes text) returns tsvector
language sql immutable parallel safe cost 5000 as $$
  select array_to_tsvector(array(
    select commune || '.' || word from regexp_split_to_table(public.dossier_text(search, procedure, matter), ' ') as word where word <> ''
    union
    select commune || '!' || word from regexp_split_to_table(public.dossier_name(search), ' ') as word where word <> ''
    union
    select commune || '~' || left(reverse(regexp_replace(word, '[^a-z0-9]', '', 'g')), 12)
    from regexp_split_to_table(search || ' ' || lower(codes), ' ') as word
    where word ~ '[0-9].*[0-9].*[0-9].*[0-9]' or word like 'kb-%'
  ))
$$;
comment on function dossier_words is 'What a dossier is found by. “commune.word” is a word, “commune!word” a word of the name, “commune~4321…” a code, number or phone read from its end.';
create index dossier_words on dossier using gin (dossier_words(commune_code, search_text, procedure_name, content, procedure_code || ' ' || coalesce(external_code, ''))) with (fastupdate = off);

-- A filter that somebody named: it stands beside the lists of its owner, or of everybody in the unit that it is shared with.
create table saved_filter (
  commune_code text not null references commune,
  id uuid not null,
  owner_id uuid not null,
  unit_id uuid,
  name text not null check (name = btrim(name) and length(name) between 1 and 60),
  list text not null check (list <> ''),
  filter jsonb not null check (jsonb_typeof(filter) = 'object' and filter <> '{}'),
  saved_at timestamptz not null,
  primary key (commune_code, id),
  foreign key (commune_code, owner_id) references staff (commune_code, id) on delete cascade,
  foreign key (commune_code, unit_id) references unit (commune_code, id) on delete cascade
);
create unique index saved_filter_own on saved_filter (commune_code, owner_id, lower(name)) where unit_id is null;
create unique index saved_filter_shared on saved_filter (commune_code, unit_id, lower(name)) where unit_id is not null;
comment on table saved_filter is 'A named filter of a work list. unit_id null: the owner''s own; otherwise everybody of the unit sees it.';
revoke truncate on saved_filter from xaso_app;
