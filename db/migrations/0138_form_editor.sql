-- Forms edited by an administrator: drafts, and what was published and taken back and why.

create table form_edit (
  commune_code text not null references commune deferrable,
  id uuid not null,
  code text not null check (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  based_on integer,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  revision integer not null default 1 check (revision > 0),
  state text not null check (state in ('open', 'published', 'discarded')),
  created_at timestamptz not null,
  created_by uuid not null,
  created_by_name text not null check (created_by_name <> ''),
  changed_at timestamptz not null,
  changed_by uuid not null,
  changed_by_name text not null check (changed_by_name <> ''),
  published_version integer,
  primary key (commune_code, id),
  check ((state = 'published') = (published_version is not null))
);
create unique index form_edit_one_open on form_edit (commune_code, code) where state = 'open';
comment on table form_edit is 'A form while it is being edited, as its source definition; one open draft of a form at a time.';
comment on column form_edit.revision is 'Counts every saving: whoever saves says which one was looked at.';
select protect_tenant_table('form_edit');
revoke delete, truncate on form_edit from xaso_app;

create table form_publication (
  commune_code text not null references commune deferrable,
  id uuid not null,
  code text not null,
  version integer not null,
  act text not null check (act in ('published', 'withdrawn')),
  valid_from date,
  reason text not null check (reason <> ''),
  source jsonb,
  differences jsonb not null,
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null check (by_name <> ''),
  primary key (commune_code, id),
  check ((act = 'published') = (valid_from is not null)),
  check ((act = 'published') = (source is not null)),
  foreign key (code, version) references form_version (code, version) deferrable initially immediate
);
create index form_publication_of_code on form_publication (commune_code, code, at desc);
comment on table form_publication is 'Append-only: who published or took back which version of a form, why, and what differed from the one before.';
comment on column form_publication.source is 'The definition as it was written, persons and lists by their names: the next draft begins with it.';
select protect_tenant_table('form_publication');
revoke update, delete, truncate on form_publication from xaso_app;
