-- Platform: settings, client commands, journal, outbox, counters, files.
-- Every tenant row carries the commune it belongs to, first in its key, so that the same schema can be distributed by commune.

create table setting (
  commune_code text not null,
  key text not null check (key <> ''),
  value jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (commune_code, key)
);
comment on table setting is 'Settings of a commune; commune_code ''*'' is the whole installation.';

create table client_command (
  commune_code text not null,
  command_id uuid not null,
  kind text not null,
  actor_id uuid,
  request_hash text not null,
  result jsonb not null,
  recorded_at timestamptz not null,
  primary key (commune_code, command_id)
);
comment on table client_command is 'Every write carries an id made by the client; repeating it answers the first result and changes nothing.';

create table journal_head (
  commune_code text primary key,
  day date not null,
  seq bigint not null,
  previous_hash bytea not null,
  hash bytea not null,
  last_at timestamptz not null
);
comment on table journal_head is 'The end of each commune''s hash chain; its row lock puts the entries of one commune in order.';

create table journal (
  commune_code text not null,
  day date not null,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  entry text not null,
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (commune_code, day, seq)
);
comment on table journal is 'Append-only. hash = sha256(previous_hash || utf8(day|seq|entry)); the first entry of a day follows the last of the day before.';

create table outbox (
  commune_code text not null,
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  done_at timestamptz,
  attempts integer not null default 0,
  last_error text,
  primary key (commune_code, id)
);
create index outbox_waiting on outbox (created_at) where done_at is null;

create table number_counter (
  commune_code text not null,
  book text not null,
  period text not null,
  last bigint not null check (last > 0),
  primary key (commune_code, book, period)
);
comment on table number_counter is 'One row per book and period; taking a number is one statement inside the transaction that uses it, so there are no gaps.';

create table stored_file (
  commune_code text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  byte_count bigint not null check (byte_count > 0),
  media_type text not null,
  stored_at timestamptz not null,
  primary key (commune_code, sha256)
);
comment on table stored_file is 'Content-addressed: the bytes lie in the data folder under files/ by their sha256.';

-- One entry at the end of the chain: a single row update orders writers, computes the hash and moves the head.
create function append_journal(p_commune text, p_at timestamptz, p_day date, p_entry text) returns bigint
language plpgsql as $$
declare
  head journal_head%rowtype;
begin
  insert into journal_head (commune_code, day, seq, previous_hash, hash, last_at)
  values (p_commune, p_day, 1, decode(repeat('00', 32), 'hex'),
          sha256(decode(repeat('00', 32), 'hex') || convert_to(p_day::text || '|1|' || p_entry, 'UTF8')), p_at)
  on conflict (commune_code) do update set
    -- A machine clock that moved back must not tear the chain: the day never goes backwards.
    day = greatest(journal_head.day, excluded.day),
    seq = case when excluded.day > journal_head.day then 1 else journal_head.seq + 1 end,
    previous_hash = journal_head.hash,
    hash = sha256(journal_head.hash || convert_to(
      greatest(journal_head.day, excluded.day)::text || '|' ||
      (case when excluded.day > journal_head.day then 1 else journal_head.seq + 1 end)::text || '|' || p_entry, 'UTF8')),
    last_at = greatest(journal_head.last_at, excluded.last_at)
  returning * into head;
  insert into journal (commune_code, day, seq, at, entry, previous_hash, hash)
  values (p_commune, head.day, head.seq, p_at, p_entry, head.previous_hash, head.hash);
  return head.seq;
end $$;

-- The end of every write: outbox, journal and the client's command, in one round trip and in the caller's transaction.
create function record_command(
  p_commune text, p_command uuid, p_kind text, p_actor uuid, p_request_hash text, p_result jsonb,
  p_at timestamptz, p_day date, p_entry text, p_outbox jsonb
) returns void
language plpgsql as $$
begin
  insert into client_command (commune_code, command_id, kind, actor_id, request_hash, result, recorded_at)
  values (p_commune, p_command, p_kind, p_actor, p_request_hash, p_result, p_at);
  insert into outbox (commune_code, id, topic, payload, created_at)
  select p_commune, o.id, o.topic, o.payload, p_at
  from jsonb_to_recordset(p_outbox) as o (id uuid, topic text, payload jsonb);
  perform append_journal(p_commune, p_at, p_day, p_entry);
end $$;
