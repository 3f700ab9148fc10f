-- Assisted filing: helpers whose name was told with a general declaration or at the counter are counted like those of a form. A dossier is assisted exactly when
-- `dossier.assisted_by` is set, and then it has one row here, whichever way it came in: the database keeps the two together.

-- The name without accents, as `foldForSearch` folds it.
create function fold_helper_name(name text) returns text language sql immutable parallel safe as $$
  select btrim(regexp_replace(
    translate(regexp_replace(lower(regexp_replace(normalize(regexp_replace(name, '[''’‘‛ʼʻʹ′`´]', '', 'g'), NFKD), '[\u0300-\u036f]+', '', 'g')), '[\u0300-\u036f]+', '', 'g'), 'đðɖƀɓı', 'dddbbi'),
    '[^[:alnum:]]+', ' ', 'g'))
$$;
comment on function fold_helper_name(text) is 'A helper’s name without accents, in small letters: the same helper is known again by it where no account and no phone is known.';

alter table assisted_filing
  alter column agree_hash drop not null,
  add column told_consent text check (told_consent in ('spoken', 'written')),
  drop constraint assisted_filing_helper_kind_check,
  add constraint assisted_filing_helper_kind_check check (helper_kind in ('relative', 'team', 'officer', 'told')),
  drop constraint assisted_filing_helper_name_check,
  add constraint assisted_filing_helper_name_check check (helper_name <> '' and length(helper_name) <= 200),
  drop constraint assisted_filing_account,
  add constraint assisted_filing_account check (case helper_kind when 'officer' then staff_id is not null when 'team' then true else staff_id is null end),
  add constraint assisted_filing_told check (case when helper_kind = 'told' then agree_hash is null and sent_at is not null and helper_phone is null else agree_hash is not null and told_consent is null end);
comment on column assisted_filing.helper_kind is '`told`: only a name was told, with a general declaration or at the counter; who that is to the person is not known.';
comment on column assisted_filing.told_consent is 'How the person agreed, where it was only told and nothing is kept of it.';

create function keep_told_assistance() returns trigger language plpgsql as $$
declare
  told text := nullif(btrim(left(new.assisted_by, 200)), '');
begin
  if told is null then
    delete from assisted_filing a where a.commune_code = new.commune_code and a.id = new.id and a.helper_kind = 'told';
    return new;
  end if;
  -- Help with a form is proven and stays as it is.
  insert into assisted_filing as a (commune_code, id, procedure_code, helper_kind, helper_name, helper_key, named_at, sent_at, told_consent)
  values (new.commune_code, new.id, new.procedure_code, 'told', told, 'name:' || fold_helper_name(told), new.submitted_at, new.submitted_at, case when new.assisted_consent in ('spoken', 'written') then new.assisted_consent end)
  on conflict (commune_code, id) do update set helper_name = excluded.helper_name, helper_key = excluded.helper_key, told_consent = excluded.told_consent where a.helper_kind = 'told';
  return new;
end $$;
create trigger dossier_told_assistance after insert on dossier for each row when (new.assisted_by is not null) execute function keep_told_assistance();
create trigger dossier_told_assistance_changed after update of assisted_by, assisted_consent on dossier for each row
  when (old.assisted_by is distinct from new.assisted_by or old.assisted_consent is distinct from new.assisted_consent) execute function keep_told_assistance();

insert into assisted_filing (commune_code, id, procedure_code, helper_kind, helper_name, helper_key, named_at, sent_at, told_consent)
select d.commune_code, d.id, d.procedure_code, 'told', btrim(left(d.assisted_by, 200)), 'name:' || fold_helper_name(d.assisted_by), d.submitted_at, d.submitted_at, case when d.assisted_consent in ('spoken', 'written') then d.assisted_consent end
from dossier d where btrim(d.assisted_by) <> '' on conflict (commune_code, id) do nothing;

-- A draft whose printed form was received at the counter is another dossier now: who would have helped with it was told again there.
create function forget_unsent_assistance_of_linked() returns trigger language plpgsql as $$
begin
  delete from assisted_filing a where a.commune_code = old.commune_code and a.id = old.dossier_id and a.sent_at is null;
  return new;
end $$;
create trigger form_draft_linked_forgets_assistance after update of dossier_id on form_draft for each row when (old.dossier_id <> new.dossier_id) execute function forget_unsent_assistance_of_linked();
