-- Forms: a declaration that a citizen has begun and not sent yet.

create table form_draft (
  commune_code text not null references commune (code) deferrable initially immediate,
  id uuid not null,
  procedure_code text not null,
  form_code text not null check (form_code ~ '^[a-z][a-z0-9-]*$'),
  form_version integer not null check (form_version > 0),
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  writers jsonb not null check (jsonb_typeof(writers) = 'object'),
  carried jsonb check (jsonb_typeof(carried) = 'object'),
  assistance jsonb check (jsonb_typeof(assistance) = 'object'),
  at_group text,
  version integer not null check (version > 0),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  code_digest text not null unique check (code_digest ~ '^[0-9a-f]{64}$'),
  opening_digits text check (opening_digits ~ '^[0-9]{4}$'),
  dossier_id uuid not null,
  command_id uuid not null,
  started_at timestamptz not null,
  saved_at timestamptz not null,
  expires_at timestamptz not null,
  sent_at timestamptz,
  primary key (commune_code, id),
  check (expires_at > started_at),
  check (sent_at is null or answers = '{}'::jsonb)
);
create index form_draft_expires on form_draft (expires_at);
comment on table form_draft is 'A declaration under way, as typed. Nothing of it has reached the office; it goes when it is sent, when its person deletes it, or when its time is over.';
comment on column form_draft.answers is 'Raw answers by field id, as they were typed; empty once it was sent.';
comment on column form_draft.writers is 'For each field the drawn page that wrote it last: two browsers on one draft do not overwrite each other unseen.';
comment on column form_draft.carried is 'What became of the answers when the form got a newer version: what was left and what is asked anew.';
comment on column form_draft.assistance is 'Who helps, as it was told on the last page.';
comment on column form_draft.code_digest is 'A digest, that only this installation can make, of the code by which it is opened on another device.';
comment on column form_draft.opening_digits is 'Four digits that the person chose where no phone and no number stands in the answers.';
comment on column form_draft.dossier_id is 'The id that the dossier will have: sending twice sends once.';

select protect_tenant_table('form_draft');

revoke truncate on form_draft from xaso_app;
