-- Forms: the answers with which a dossier was declared, and the version of the form that asked.

create table form_answers (
  commune_code text not null,
  dossier_id uuid not null,
  form_code text not null check (form_code ~ '^[a-z][a-z0-9-]*$'),
  form_version integer not null check (form_version > 0),
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  answers_hash text not null check (answers_hash ~ '^[0-9a-f]{64}$'),
  filled_by text not null check (filled_by in ('citizen', 'helper', 'officer')),
  agreed_at timestamptz not null,
  primary key (commune_code, dossier_id),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade deferrable initially immediate
);
comment on table form_answers is 'What was answered to the questions of the form of a dossier, in the one form of each answer. Written once, with the declaration; the form and its version stay with the dossier.';
comment on column form_answers.answers is 'Canonical answers by field id of the form; nothing for questions that were not asked.';
comment on column form_answers.answers_hash is 'sha256 of the answers as sorted JSON: what was agreed to.';
comment on column form_answers.filled_by is 'citizen: by the person. helper: by somebody who helped, see the dossier. officer: copied from a paper form.';
comment on column form_answers.agreed_at is 'When the person sent it and so stood by it.';

select protect_tenant_table('form_answers');

-- What was declared is not rewritten; it goes with its dossier.
revoke update, truncate on form_answers from xaso_app;
