-- How a dossier came in is a fact for ever: help at the counter never becomes an on-line filing (QĐ 766/QĐ-TTg counts by it).

create function dossier_channel_stays() returns trigger
language plpgsql as $$
begin
  raise exception 'the channel of dossier % is never rewritten', old.id using errcode = 'insufficient_privilege';
end $$;

create trigger dossier_channel_stays before update on dossier
  for each row when (old.channel is distinct from new.channel) execute function dossier_channel_stays();

comment on column dossier.channel is 'How it came in: counter, online, post, kiosk, home. Never rewritten; help is recorded apart, in assisted_by.';
comment on column dossier.assisted_consent is 'How the citizen agreed to being helped: spoken or written.';
comment on column dossier.corrects_id is 'The finished dossier whose result this one corrects; that one stays untouched.';

create index dossier_correction on dossier (commune_code, corrects_id) where corrects_id is not null;
