-- Forms (tờ khai): every version that a dossier or a draft may have been filled in with.

create table form_version (
  code text not null check (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  version integer not null check (version > 0),
  valid_from date not null,
  valid_to date,
  content jsonb not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  loaded_at timestamptz not null,
  primary key (code, version),
  check (valid_to is null or valid_to >= valid_from)
);
comment on table form_version is 'A version never changes once loaded; a form that changed without a new version is refused at load.';

revoke insert, update, delete, truncate on form_version from xaso_app;
