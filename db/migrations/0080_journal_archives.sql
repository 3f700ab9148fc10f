-- Months of the journal that are old enough leave the tables for sealed files. The chain goes on across the seam: what was taken out is
-- named here with its first and last hash, its roots, and the digest of the file.

create table journal_archive (
  commune_code text not null,
  month date not null check (extract(day from month) = 1),
  file text not null check (file <> ''),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  byte_count bigint not null check (byte_count > 0),
  row_count bigint not null check (row_count > 0),
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  last_day date not null,
  last_seq bigint not null check (last_seq > 0),
  last_hash bytea not null check (octet_length(last_hash) = 32),
  roots jsonb not null check (jsonb_typeof(roots) = 'array' and jsonb_array_length(roots) > 0),
  sealed_at timestamptz not null,
  primary key (commune_code, month)
);
comment on table journal_archive is 'Append-only: months of the journal that lie in sealed files. Written only by seal_journal_month, which removes the rows in the same transaction.';
comment on column journal_archive.file is 'Below the folder of archives of the data folder.';
comment on column journal_archive.sha256 is 'Of the whole file as it was read back before the rows were removed.';
comment on column journal_archive.previous_hash is 'The hash in which the first row of the month hangs.';
comment on column journal_archive.roots is '[{day, count, root}, …]: the days of the month with the hash after their last row.';
select protect_tenant_table('journal_archive');
revoke insert, update, delete, truncate on journal_archive from xaso_app;

create table journal_checked (
  commune_code text primary key,
  day date not null,
  seq bigint not null check (seq > 0),
  hash bytea not null check (octet_length(hash) = 32),
  row_count bigint not null,
  checked_at timestamptz not null,
  whole_at timestamptz not null,
  fault jsonb
);
comment on table journal_checked is 'How far each chain was verified, so that the nightly examination goes on from there; what it found, if anything. `xaso journal verify` does not look here.';
comment on column journal_checked.whole_at is 'When the chain was last verified from its beginning, archives included.';
select protect_tenant_table('journal_checked');
revoke delete, truncate on journal_checked from xaso_app;

-- The only way out of the journal. It takes the seal of a file that was written and read back, compares what the seal says with the rows, and
-- removes exactly these rows: the oldest month, complete, following the month before, and twelve months older than the chain's newest day.
create function seal_journal_month(
  p_commune text, p_month date, p_file text, p_sha256 text, p_bytes bigint, p_rows bigint, p_previous bytea, p_last bytea, p_roots jsonb, p_at timestamptz
) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  until_day constant date := (p_month + interval '1 month')::date;
  newest date;
  hangs_in bytea;
  first_row journal%rowtype;
  last_row journal%rowtype;
  removed bigint;
begin
  if not commune_in_scope(p_commune) then
    raise exception 'the journal of another commune' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtext('journal-archive'), hashtext(p_commune));
  select day into newest from journal_head where commune_code = p_commune;
  if newest is null or until_day > newest - interval '12 months' then
    raise exception 'a month of the journal stays in the tables for twelve months' using errcode = 'XS010';
  end if;
  select last_hash into hangs_in from journal_archive where commune_code = p_commune order by month desc limit 1;
  select * into first_row from journal where commune_code = p_commune order by day, seq limit 1;
  select * into last_row from journal where commune_code = p_commune and day < until_day order by day desc, seq desc limit 1;
  if first_row.day is null or first_row.day < p_month or first_row.day >= until_day
    or first_row.previous_hash <> coalesce(hangs_in, decode(repeat('00', 32), 'hex')) or first_row.previous_hash <> p_previous
    or last_row.hash <> p_last then
    raise exception 'the seal is not that of the oldest month of the journal' using errcode = 'XS010';
  end if;
  insert into journal_archive (commune_code, month, file, sha256, byte_count, row_count, previous_hash, last_day, last_seq, last_hash, roots, sealed_at)
  values (p_commune, p_month, p_file, p_sha256, p_bytes, p_rows, p_previous, last_row.day, last_row.seq, p_last, p_roots, p_at);
  delete from journal where commune_code = p_commune and day >= p_month and day < until_day;
  get diagnostics removed = row_count;
  if removed <> p_rows then
    raise exception 'the seal names % rows and the month has %', p_rows, removed using errcode = 'XS010';
  end if;
  return removed;
end $$;
comment on function seal_journal_month(text, date, text, text, bigint, bigint, bytea, bytea, jsonb, timestamptz) is 'Removes the oldest month of a journal against the seal of its archive file.';
revoke execute on function seal_journal_month(text, date, text, text, bigint, bigint, bytea, bytea, jsonb, timestamptz) from public;
grant execute on function seal_journal_month(text, date, text, text, bigint, bigint, bytea, bytea, jsonb, timestamptz) to xaso_app;
