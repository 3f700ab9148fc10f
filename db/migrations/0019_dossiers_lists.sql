-- Work lists, search and reports that answer as fast with a million dossiers as with ten thousand: each looks only at the rows it shows.

-- Open dossiers are a few hundred of a commune's many: all lists of work and all their counts come out of this one small index.
create index dossier_open on dossier (commune_code, due_at, id)
  include (state, current_role_name, field, unit_id, holder_id, submitted_at)
  where state in ('submitted', 'received', 'in-progress', 'supplement-requested', 'payment-requested', 'withdraw-requested', 'decided');
drop index dossier_work;
drop index dossier_waiting;

create index dossier_newest on dossier (commune_code, submitted_at desc, id desc);
create index dossier_stopped on dossier (commune_code, ended_at desc, id desc) where state = 'stopped';
-- What was under way in a period: not ended before it, received before its end.
create index dossier_span on dossier (commune_code, ended_at, received_at);
create index kept_paper_result on kept_paper (commune_code, dossier_id) where origin = 'result';

-- The words by which a dossier is found: name, procedure and matter without accents, as beginnings of words; codes, numbers and phones
-- from their end. Every word begins with the commune, so that a search reads nothing of another one.
-- search_text is folded by the program; procedure and matter are folded here by the same rules.
create function dossier_words(commune text, search text, procedure text, matter text, codes text) returns tsvector
language sql immutable parallel safe cost 5000 as $$
  select array_to_tsvector(array(
    select commune || '.' || word
    from regexp_split_to_table(
      search || ' ' || regexp_replace(
        translate(regexp_replace(lower(normalize(procedure || ' ' || left(matter, 300), NFKD)), '[\u0300-\u036f''’‘]', '', 'g'), 'đĐð', 'ddd'),
        '[^a-z0-9]+', ' ', 'g'),
      ' ') as word
    where word <> '' and word !~ '[0-9]{4}'
    union
    select commune || '~' || left(reverse(regexp_replace(word, '[^a-z0-9]', '', 'g')), 12)
    from regexp_split_to_table(search || ' ' || lower(codes), ' ') as word
    where word ~ '[0-9].*[0-9].*[0-9].*[0-9]' or word like 'kb-%'
  ))
$$;
comment on function dossier_words is 'What a dossier is found by. “commune.word” is a word, “commune~4321…” a code, number or phone read from its end.';

-- A commune's searches must see what was written a moment ago, and quickly: no list of pending entries that every search reads through.
create index dossier_words on dossier using gin (dossier_words(commune_code, search_text, procedure_name, content, procedure_code || ' ' || coalesce(external_code, ''))) with (fastupdate = off);
