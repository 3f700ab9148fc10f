-- Papers by phone: the papers of one declaration that is being made, sent one by one over lines that break.

create table upload_bundle (
  commune_code text not null,
  id uuid not null,
  title jsonb not null check (jsonb_typeof(title) = 'object' and title ? 'vi'),
  return_path text not null check (return_path ~ '^/[^/\\]'),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  memo jsonb,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  taken_at timestamptz,
  taken_for text check (taken_for <> ''),
  primary key (commune_code, id),
  check (expires_at > opened_at),
  constraint upload_bundle_taken check ((taken_at is null) = (taken_for is null) and (taken_at is null or memo is null))
);
create index upload_bundle_over on upload_bundle (commune_code, expires_at);
comment on table upload_bundle is 'The papers of one declaration that is being made. Whoever holds the secret link adds to it; it is taken once, or goes when its time is over.';
comment on column upload_bundle.token_hash is 'sha256 of the secret of the link, which is derived from the id and kept nowhere.';
comment on column upload_bundle.return_path is 'Where “Xong” leads: a page of this site.';
comment on column upload_bundle.memo is 'What the opener wants back when the person comes back, such as what was typed so far. Gone when the bundle is taken.';
comment on column upload_bundle.taken_for is 'What the papers went into, such as dossier:<id>.';

create table upload_slot (
  commune_code text not null,
  bundle_id uuid not null,
  id text not null check (id ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  position integer not null check (position >= 0),
  name jsonb not null check (jsonb_typeof(name) = 'object' and name ? 'vi'),
  help jsonb check (jsonb_typeof(help) = 'object'),
  only_when jsonb check (jsonb_typeof(only_when) = 'object'),
  any_of text check (any_of <> ''),
  required boolean not null,
  bound_sha256 text,
  bound_of text check (bound_of ~ '^[0-9a-f]{64}$'),
  primary key (commune_code, bundle_id, id),
  unique (commune_code, bundle_id, position) deferrable,
  foreign key (commune_code, bundle_id) references upload_bundle (commune_code, id) on delete cascade deferrable,
  foreign key (commune_code, bound_sha256) references stored_file (commune_code, sha256) deferrable,
  check ((bound_sha256 is null) = (bound_of is null))
);
create index upload_slot_bound on upload_slot (commune_code, bound_sha256) where bound_sha256 is not null;
comment on table upload_slot is 'One paper that is asked for, in the words of its procedure on the day the bundle was opened.';
comment on column upload_slot.any_of is 'Papers of one group are alternatives: any one of them is enough.';
comment on column upload_slot.bound_of is 'Fingerprint of the pages that bound_sha256 was made of: other pages, other file.';

create table upload_page (
  commune_code text not null,
  bundle_id uuid not null,
  slot_id text not null,
  id uuid not null,
  position integer not null check (position >= 0),
  sha256 text not null,
  file_name text not null check (file_name <> '' and length(file_name) <= 140),
  turn integer not null check (turn in (0, 90, 180, 270)),
  kept_anyway boolean not null default false,
  sent_bytes integer not null check (sent_bytes > 0),
  sent_hash text not null check (sent_hash ~ '^[0-9a-f]{64}$'),
  added_at timestamptz not null,
  primary key (commune_code, id),
  unique (commune_code, bundle_id, slot_id, sha256),
  unique (commune_code, bundle_id, slot_id, position) deferrable initially deferred,
  foreign key (commune_code, bundle_id, slot_id) references upload_slot (commune_code, bundle_id, id) on delete cascade deferrable,
  foreign key (commune_code, sha256) references stored_file (commune_code, sha256) deferrable
);
create index upload_page_file on upload_page (commune_code, sha256);
comment on table upload_page is 'A file of a paper that the server has whole, checked and on its disk.';
comment on column upload_page.turn is 'Clockwise, in degrees: how the page is turned when it is shown and bound. The file stays as it arrived.';
comment on column upload_page.kept_anyway is 'Somebody was told that it looks blank or blurred, looked at it and keeps it.';
comment on column upload_page.sent_hash is 'sha256 of the bytes as the phone sent them; sha256 is that of the file as it is kept, upright and without what the camera wrote.';

create table upload_transfer (
  commune_code text not null,
  bundle_id uuid not null,
  slot_id text not null,
  id uuid not null,
  file_name text not null check (file_name <> '' and length(file_name) <= 140),
  byte_count integer not null check (byte_count between 1 and 15728640),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  received integer not null default 0,
  started_at timestamptz not null,
  touched_at timestamptz not null,
  primary key (commune_code, id),
  unique (commune_code, bundle_id, slot_id, content_hash),
  foreign key (commune_code, bundle_id, slot_id) references upload_slot (commune_code, bundle_id, id) on delete cascade deferrable,
  constraint upload_transfer_within check (received between 0 and byte_count)
);
comment on table upload_transfer is 'A file on its way, in pieces. The same content for the same paper goes on where it was, whichever browser sends it.';
comment on column upload_transfer.received is 'So many bytes from the beginning are here and stay here.';

create table upload_chunk (
  commune_code text not null,
  bundle_id uuid not null,
  transfer_id uuid not null,
  begins_at integer not null check (begins_at >= 0),
  bytes bytea not null check (octet_length(bytes) between 1 and 1048576),
  primary key (commune_code, transfer_id, begins_at),
  foreign key (commune_code, transfer_id) references upload_transfer (commune_code, id) on delete cascade deferrable
);
-- Photographs are packed already.
alter table upload_chunk alter column bytes set storage external;
comment on table upload_chunk is 'A piece of a file on its way; gone once the file is whole and kept.';

-- What was taken is as it was taken; what is gone is gone.
create function keep_taken_bundle() returns trigger language plpgsql as $$
declare
  touched record;
begin
  touched := case tg_op when 'DELETE' then old else new end;
  if exists (select from upload_bundle b where b.commune_code = touched.commune_code and b.id = touched.bundle_id and b.taken_at is not null) then
    raise exception 'the papers of this bundle were taken' using errcode = 'check_violation';
  end if;
  return touched;
end $$;
create trigger upload_page_stays before insert or update or delete on upload_page for each row when (current_user = 'xaso_app') execute function keep_taken_bundle();
create trigger upload_transfer_stays before insert or update on upload_transfer for each row when (current_user = 'xaso_app') execute function keep_taken_bundle();
create function keep_taken() returns trigger language plpgsql as $$
begin
  raise exception 'a bundle is taken once' using errcode = 'check_violation';
end $$;
create trigger upload_bundle_stays before update on upload_bundle for each row when (current_user = 'xaso_app' and old.taken_at is not null) execute function keep_taken();

revoke update, truncate on upload_bundle from xaso_app;
grant update (memo, taken_at, taken_for, expires_at) on upload_bundle to xaso_app;
revoke truncate on upload_slot, upload_page, upload_transfer, upload_chunk from xaso_app;
revoke update on upload_chunk from xaso_app;

-- Files of papers that are being sent are no candidates either.
create or replace function unreferenced_files(p_before timestamptz) returns table (commune text, sha256 text)
language sql stable as $$
  select f.commune_code, f.sha256 from stored_file f
  where f.stored_at < p_before
    and not exists (select from paper_file p where p.commune_code = f.commune_code and p.sha256 = f.sha256)
    and not exists (select from dossier_delivery d where d.commune_code = f.commune_code and d.proof_sha256 = f.sha256)
    and not exists (select from upload_page u where u.commune_code = f.commune_code and u.sha256 = f.sha256)
    and not exists (select from upload_slot s where s.commune_code = f.commune_code and s.bound_sha256 = f.sha256)
    and (f.commune_code, f.sha256) not in (
      select k.commune_code, one->>'sha256' from kept_paper k cross join jsonb_array_elements(k.files) one where one->>'sha256' is not null)
  order by f.stored_at
$$;

select protect_tenant_table('upload_bundle');
select protect_tenant_table('upload_slot');
select protect_tenant_table('upload_page');
select protect_tenant_table('upload_transfer');
select protect_tenant_table('upload_chunk');
