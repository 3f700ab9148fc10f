-- Procedures edited by an administrator: drafts, and what was published and taken back and why.

create table procedure_draft (
  commune_code text not null references commune deferrable,
  id uuid not null,
  code text not null check (code <> ''),
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
create unique index procedure_draft_one_open on procedure_draft (commune_code, code) where state = 'open';
comment on table procedure_draft is 'A procedure while it is being edited; one open draft of a procedure at a time.';
comment on column procedure_draft.revision is 'Counts every saving: whoever saves says which one was looked at.';
select protect_tenant_table('procedure_draft');
revoke delete, truncate on procedure_draft from xaso_app;

create table procedure_publication (
  commune_code text not null references commune deferrable,
  id uuid not null,
  code text not null,
  version integer not null,
  act text not null check (act in ('published', 'withdrawn')),
  valid_from date,
  reason text not null check (reason <> ''),
  differences jsonb not null,
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null check (by_name <> ''),
  primary key (commune_code, id),
  check ((act = 'published') = (valid_from is not null)),
  foreign key (code, version) references procedure_version (code, version)
);
create index procedure_publication_of_code on procedure_publication (commune_code, code, at desc);
comment on table procedure_publication is 'Append-only: who published or took back which version of a procedure, why, and what differed from the one before.';
select protect_tenant_table('procedure_publication');
revoke update, delete, truncate on procedure_publication from xaso_app;
