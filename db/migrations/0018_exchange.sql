-- Exchange with other systems: where dossiers come from, what was read from their files, what differs, what is still to be sent.

create table exchange_source (
  commune_code text not null references commune,
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  name text not null check (name <> ''),
  mapping jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  changed_by_name text not null,
  primary key (commune_code, code)
);
comment on table exchange_source is 'A system that dossiers come from, with how its columns, dates and codes are read.';

create table exchange_import (
  commune_code text not null references commune,
  id uuid not null,
  source_code text,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  format text not null check (format in ('csv', 'json', 'xlsx')),
  reading jsonb not null,
  row_count integer not null check (row_count >= 0),
  mapping jsonb not null,
  state text not null check (state in ('read', 'checked', 'done')),
  read_at timestamptz not null,
  read_by uuid not null,
  read_by_name text not null,
  checked_at timestamptz,
  finished_at timestamptz,
  primary key (commune_code, id),
  foreign key (commune_code, source_code) references exchange_source (commune_code, code),
  check (state = 'read' or (checked_at is not null and source_code is not null)),
  check ((finished_at is not null) = (state = 'done'))
);
create index exchange_import_newest on exchange_import (commune_code, read_at desc);
comment on table exchange_import is 'One file that was read. reading: sheet, encoding, separator, heading lines as found. Its rows go when another file is read thirty days later.';

create table exchange_import_row (
  commune_code text not null,
  import_id uuid not null,
  line integer not null check (line > 0),
  cells jsonb not null check (jsonb_typeof(cells) = 'array'),
  plan text check (plan in ('new', 'same', 'changed', 'skipped', 'wrong')),
  findings jsonb not null default '[]' check (jsonb_typeof(findings) = 'array'),
  external_code text,
  outcome text check (outcome in ('created', 'updated', 'unchanged', 'skipped', 'refused')),
  dossier_id uuid,
  done_at timestamptz,
  primary key (commune_code, import_id, line),
  foreign key (commune_code, import_id) references exchange_import (commune_code, id) on delete cascade,
  check ((done_at is not null) = (outcome is not null))
);
create index exchange_import_row_open on exchange_import_row (commune_code, import_id, line) where done_at is null and plan in ('new', 'changed', 'same');
comment on table exchange_import_row is 'One line of a file with what was found in it and what became of it.';

create table exchange_link (
  commune_code text not null,
  dossier_id uuid not null,
  external_code text not null check (external_code <> ''),
  source_code text not null,
  stated jsonb not null,
  status integer not null check (status between 1 and 10),
  due_at timestamptz,
  seen_at timestamptz not null,
  primary key (commune_code, dossier_id),
  unique (commune_code, external_code),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade,
  foreign key (commune_code, source_code) references exchange_source (commune_code, code)
);
comment on table exchange_link is 'What the other system last said about a dossier. It never overwrites what happened here.';

create table exchange_mismatch (
  commune_code text not null,
  id uuid not null,
  dossier_id uuid not null,
  source_code text not null,
  kind text not null check (kind in ('status', 'due', 'name', 'number', 'procedure')),
  ours text not null,
  theirs text not null,
  found_at timestamptz not null,
  state text not null check (state in ('open', 'theirs-accepted', 'ours-kept', 'corrected-there', 'agreed')),
  closed_at timestamptz,
  closed_by uuid,
  closed_by_name text,
  words text,
  primary key (commune_code, id),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade,
  foreign key (commune_code, source_code) references exchange_source (commune_code, code),
  check ((closed_at is not null) = (state <> 'open')),
  check (state in ('open', 'agreed') or closed_by is not null)
);
create unique index exchange_mismatch_one_open on exchange_mismatch (commune_code, dossier_id, kind) where state = 'open';
create index exchange_mismatch_of on exchange_mismatch (commune_code, dossier_id, kind, found_at desc);
create index exchange_mismatch_newest on exchange_mismatch (commune_code, found_at, id) where state = 'open';
comment on table exchange_mismatch is 'A difference between the other system and ours, with both sides and who decided about it. ours, theirs: as compared, not as shown.';

create table exchange_message (
  commune_code text not null,
  id uuid not null,
  dossier_id uuid not null,
  external_code text not null,
  source_code text not null,
  status integer not null check (status between 1 and 10),
  channel integer not null check (channel between 1 and 3),
  occurred_at timestamptz not null,
  due_at timestamptz,
  state text not null check (state in ('waiting', 'sent', 'failed', 'by-hand')),
  attempts integer not null default 0 check (attempts >= 0),
  next_try_at timestamptz,
  claimed_until timestamptz,
  last_tried_at timestamptz,
  last_problem text,
  last_detail text,
  closed_at timestamptz,
  closed_by uuid,
  closed_by_name text,
  primary key (commune_code, id),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade,
  foreign key (commune_code, source_code) references exchange_source (commune_code, code),
  check ((state = 'waiting') = (next_try_at is not null)),
  check ((closed_at is not null) = (state in ('sent', 'by-hand')))
);
create index exchange_message_due on exchange_message (next_try_at) where state = 'waiting';
create index exchange_message_of on exchange_message (commune_code, dossier_id, occurred_at, id);
create index exchange_message_open on exchange_message (commune_code, occurred_at, id) where state in ('waiting', 'failed');
comment on table exchange_message is 'A state that the other system is to be told. The id is the idempotency key: sent twice, it counts once.';
comment on column exchange_message.last_detail is 'What the other system answered, at most 200 characters, for whoever asks them.';

create unique index dossier_external on dossier (commune_code, external_code) where external_code is not null;
