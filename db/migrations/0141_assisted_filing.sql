-- Assisted filing: who fills in a declaration for somebody, and how that person agreed to exactly what is sent.

create table assisted_filing (
  commune_code text not null references commune (code) deferrable initially immediate,
  id uuid not null,
  procedure_code text not null,
  helper_kind text not null check (helper_kind in ('relative', 'team', 'officer')),
  helper_name text not null check (helper_name <> '' and length(helper_name) <= 120),
  helper_relation text check (helper_relation in ('child', 'spouse', 'parent', 'sibling', 'grandchild', 'kin', 'neighbour', 'acquaintance')),
  helper_phone text check (helper_phone ~ '^0[0-9]{9}$'),
  helper_team text check (helper_team <> '' and length(helper_team) <= 100),
  staff_id uuid,
  helper_key text not null check (helper_key <> ''),
  agree_hash text not null unique check (agree_hash ~ '^[0-9a-f]{64}$'),
  named_at timestamptz not null,
  sent_at timestamptz,
  primary key (commune_code, id),
  foreign key (commune_code, staff_id) references staff (commune_code, id) deferrable initially immediate,
  constraint assisted_filing_relation check ((helper_kind = 'relative') = (helper_relation is not null)),
  constraint assisted_filing_team check ((helper_kind = 'team') = (helper_team is not null)),
  constraint assisted_filing_account check (case helper_kind when 'officer' then staff_id is not null when 'relative' then staff_id is null else true end)
);
create index assisted_filing_sent on assisted_filing (commune_code, sent_at) where sent_at is not null;
create index assisted_filing_helper on assisted_filing (commune_code, helper_key, sent_at) where sent_at is not null;
comment on table assisted_filing is 'Who fills in a declaration for its person. Told while it is a draft; stays with the dossier once it is sent, and goes with a draft that is not.';
comment on column assisted_filing.id is 'The id that the dossier has, or will have.';
comment on column assisted_filing.helper_key is 'By which one and the same helper is known again: the account, else the phone, else the name without accents.';
comment on column assisted_filing.staff_id is 'The account of the officer, or of the team member who has one. It is never the one who files.';
comment on column assisted_filing.agree_hash is 'sha256 of the secret of the page that the person opens on their own phone; the secret is derived and kept nowhere.';
comment on column assisted_filing.sent_at is 'When it became a dossier; null while it is a draft.';

create table assisted_consent (
  commune_code text not null,
  id uuid not null,
  dossier_id uuid not null,
  way text not null check (way in ('signature', 'code', 'recording')),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  answers_hash text not null check (answers_hash ~ '^[0-9a-f]{64}$'),
  given_at timestamptz not null,
  sha256 text,
  media_type text,
  milliseconds integer check (milliseconds between 1 and 120000),
  said text check (said <> ''),
  erased_at timestamptz,
  primary key (commune_code, id),
  foreign key (commune_code, dossier_id) references assisted_filing (commune_code, id) on delete cascade deferrable initially immediate,
  foreign key (commune_code, sha256) references stored_file (commune_code, sha256) deferrable initially immediate,
  constraint assisted_consent_proof check ((sha256 is null) = (way = 'code' or erased_at is not null)),
  constraint assisted_consent_recording check ((milliseconds is not null and said is not null) = (way = 'recording'))
);
create index assisted_consent_of on assisted_consent (commune_code, dossier_id, given_at);
create index assisted_consent_file on assisted_consent (commune_code, sha256) where sha256 is not null;
comment on table assisted_consent is 'That the person agreed to what a helper filled in: how, when, and to exactly which answers, papers and helper.';
comment on column assisted_consent.content_hash is 'sha256 of answers, papers and helper as they were shown; with any other content the consent does not count.';
comment on column assisted_consent.answers_hash is 'sha256 of the answers alone, the same that stands with the answers of the dossier.';
comment on column assisted_consent.sha256 is 'The drawn signature or the recording. Personal data: erased when its time is over.';
comment on column assisted_consent.said is 'The sentence that was shown to be read aloud.';

create table assisted_code (
  commune_code text not null,
  id uuid not null,
  dossier_id uuid not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0 check (tries between 0 and 5),
  used_at timestamptz,
  primary key (commune_code, id),
  foreign key (commune_code, dossier_id) references assisted_filing (commune_code, id) on delete cascade deferrable initially immediate,
  check (expires_at > made_at)
);
create index assisted_code_of on assisted_code (commune_code, dossier_id, made_at);
comment on table assisted_code is 'A code of six digits that the person got on their own phone by agreeing there; the helper types it in. Once, for ten minutes, for at most five tries.';

create table assisted_note (
  commune_code text not null references commune (code) deferrable initially immediate,
  helper_key text not null,
  day date not null,
  span text not null check (span in ('day', 'week')),
  filings integer not null check (filings > 0),
  told_at timestamptz not null,
  primary key (commune_code, helper_key, day)
);
comment on table assisted_note is 'That the leaders were told of a helper who filed unusually many on a day: once for each helper and day.';

-- A draft that goes takes with it who helped and what was agreed; a dossier keeps them.
create function forget_unsent_assistance() returns trigger language plpgsql as $$
begin
  delete from assisted_filing a where a.commune_code = old.commune_code and a.id = old.dossier_id and a.sent_at is null;
  return old;
end $$;
create trigger form_draft_forgets_assistance after delete on form_draft for each row execute function forget_unsent_assistance();

-- What was agreed to is not rewritten; only what proves it is taken out when its time is over.
revoke update, truncate on assisted_consent from xaso_app;
grant update (sha256, erased_at) on assisted_consent to xaso_app;
revoke update, truncate on assisted_code from xaso_app;
grant update (tries, used_at) on assisted_code to xaso_app;
revoke truncate on assisted_filing from xaso_app;
revoke update, delete, truncate on assisted_note from xaso_app;

-- Signatures and recordings are no candidates for clearing out.
create or replace function unreferenced_files(p_before timestamptz) returns table (commune text, sha256 text)
language sql stable as $$
  select f.commune_code, f.sha256 from stored_file f
  where f.stored_at < p_before
    and not exists (select from paper_file p where p.commune_code = f.commune_code and p.sha256 = f.sha256)
    and not exists (select from dossier_delivery d where d.commune_code = f.commune_code and d.proof_sha256 = f.sha256)
    and not exists (select from upload_page u where u.commune_code = f.commune_code and u.sha256 = f.sha256)
    and not exists (select from upload_slot s where s.commune_code = f.commune_code and s.bound_sha256 = f.sha256)
    and not exists (select from assisted_consent a where a.commune_code = f.commune_code and a.sha256 = f.sha256)
    and (f.commune_code, f.sha256) not in (
      select k.commune_code, one->>'sha256' from kept_paper k cross join jsonb_array_elements(k.files) one where one->>'sha256' is not null)
  order by f.stored_at
$$;

-- How the citizen agreed, as the dossier says it: on paper or aloud as it was told, or by one of the ways of assisted filing.
alter table dossier drop constraint dossier_assisted_consent_check;
alter table dossier add constraint dossier_assisted_consent_check check (assisted_consent in ('spoken', 'written', 'signature', 'code', 'recording'));
comment on column dossier.assisted_consent is 'How the citizen agreed to being helped: spoken or written as it was told at the counter; signature, code or recording where it was filled in on the pages, see assisted_consent.';

select protect_tenant_table('assisted_filing');
select protect_tenant_table('assisted_consent');
select protect_tenant_table('assisted_code');
select protect_tenant_table('assisted_note');
