-- Procedure catalogue: every version that a dossier may be pinned to, what a commune completed, and how often a poster was scanned.

create table procedure_version (
  code text not null,
  version integer not null check (version > 0),
  valid_from date not null,
  valid_to date,
  field text not null,
  name text not null,
  public boolean not null,
  pack jsonb not null,
  content_hash text not null,
  loaded_at timestamptz not null,
  primary key (code, version),
  check (valid_to is null or valid_to >= valid_from)
);
comment on table procedure_version is 'A version never changes once loaded; a pack that changed without a new version is refused at load.';

create table procedure_completion (
  commune_code text not null references commune,
  procedure_code text not null,
  time_limit jsonb not null,
  basis text not null check (basis <> ''),
  completed_at timestamptz not null,
  completed_by uuid not null,
  primary key (commune_code, procedure_code)
);
comment on table procedure_completion is 'The time limit that a commune filled in where the published record has none.';

create table poster_scan (
  commune_code text not null references commune,
  procedure_code text not null,
  day date not null,
  scans bigint not null check (scans > 0),
  primary key (commune_code, procedure_code, day)
);
comment on table poster_scan is 'Counts only; nothing about the person or the device.';
