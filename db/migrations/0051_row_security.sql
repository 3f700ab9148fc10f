-- The second wall between communes: the database itself shows and changes only rows of the commune that the program says it works for.
-- The program sets xaso.commune on its connection: a commune's code, or '*' for work on the whole installation. Nothing set: nothing seen.

-- For functions that work with their owner's rights and so stand before the policies.
create function commune_in_scope(p_commune text) returns boolean
language sql stable parallel safe as $$
  select case current_setting('xaso.commune', true) when '*' then true when p_commune then true else false end
$$;
comment on function commune_in_scope(text) is 'Whether the program works for this commune, or for the whole installation, right now.';

-- Every table with a commune_code is given to this function at the end of the migration that creates it. Not FORCE: the owner migrates and
-- loads demonstration data. A case and not an or: the planner must not take the policy for a second, independent condition on the commune,
-- which would make it expect a hundredth of the rows that there are.
create function protect_tenant_table(p_table regclass) returns void
language plpgsql as $$
declare
  condition constant text := $c$ case (select current_setting('xaso.commune', true)) when '*' then true when commune_code then true else false end $c$;
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('create policy commune_scope on %s for all to xaso_app using (%s) with check (%s)', p_table, condition, condition);
end $$;
comment on function protect_tenant_table(regclass) is 'Shuts a table with a commune_code against every commune but the one that the program works for.';
revoke execute on function protect_tenant_table(regclass) from public, xaso_app;

-- client_command, journal, journal_head, outbox, number_counter and stored_file too: each row has its commune, and what belongs to none is
-- written under '*', which only work on the whole installation sees.
do $$
declare
  t regclass;
begin
  for t in
    select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'commune_code' and not a.attisdropped
    order by c.relname
  loop
    perform protect_tenant_table(t);
  end loop;
end $$;

-- What is set for the whole installation holds in every commune.
create policy for_every_commune on setting for select to xaso_app using (commune_code = '*');

-- Which communes are served here is no secret: public pages, papers and former names speak of them. Each changes only itself.
alter table commune enable row level security;
create policy known_to_all on commune for select to xaso_app using (true);
create policy commune_scope on commune for all to xaso_app using (commune_in_scope(code)) with check (commune_in_scope(code));

-- Without a commune, and open: procedure_version (the national catalogue), scheduled_job (times of the program's own work), guess (digests and
-- counts, asked before anybody is known), schema_migration.

-- Row security keeps every condition back whose operator might tell of a row that it refuses, and with it the index of words. Whoever looks
-- for words asks this function: the dossiers of one commune that is in scope, on wish the open ones alone, or those handed in on some days.
-- Built for each question, so that the planner knows the words; nothing of the question becomes part of the statement. Where words alone
-- decide no other index need be read: every word of this one carries the commune.
create function dossiers_with_words(p_commune text, p_words tsquery, p_open boolean, p_from timestamptz, p_until timestamptz) returns setof dossier
language plpgsql stable security definer set search_path = public, pg_temp rows 100 as $$
begin
  if not commune_in_scope(p_commune) then return; end if;
  return query execute
    'select * from dossier where dossier_words(commune_code, search_text, procedure_name, content, procedure_code || '' '' || coalesce(external_code, '''')) @@ $2 and '
    || case when p_open or p_from is not null then 'commune_code = $1' else 'commune_code || '''' = $1' end
    || case when p_open then ' and state in (''submitted'', ''received'', ''in-progress'', ''supplement-requested'', ''payment-requested'', ''withdraw-requested'', ''decided'')' else '' end
    || case when p_from is not null then ' and submitted_at >= $3 and submitted_at < $4' else '' end
    using p_commune, p_words, p_from, p_until;
end $$;
comment on function dossiers_with_words(text, tsquery, boolean, timestamptz, timestamptz) is 'The dossiers of a commune in scope that the index of words finds.';
revoke execute on function dossiers_with_words(text, tsquery, boolean, timestamptz, timestamptz) from public;

-- An official code exists once in the country, and a person's id once in the journals of all communes: whether one is taken somewhere is
-- answered with yes or no, as the unique key would.
create function dossier_code_taken(p_code text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from dossier where code = p_code)
$$;
create function staff_id_taken(p_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from staff where id = p_id)
$$;
revoke execute on function dossier_code_taken(text), staff_id_taken(uuid) from public;

create or replace function forget_stored_file(p_commune text, p_sha256 text, p_before timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not commune_in_scope(p_commune) then return false; end if;
  perform from stored_file where commune_code = p_commune and sha256 = p_sha256 and stored_at < p_before for update skip locked;
  if not found then return false; end if;
  if exists (select from kept_paper where commune_code = p_commune and files @> jsonb_build_array(jsonb_build_object('sha256', p_sha256))) then return false; end if;
  delete from stored_file where commune_code = p_commune and sha256 = p_sha256;
  return true;
exception when foreign_key_violation then return false;
end $$;
