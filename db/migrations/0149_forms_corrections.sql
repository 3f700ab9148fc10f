-- Forms: answers that were corrected after the office asked for it, and what of a correction was typed so far. Uploads: papers that the answers do not call for.

create table form_correction_draft (
  commune_code text not null,
  dossier_id uuid not null,
  request_id uuid not null,
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  writers jsonb not null check (jsonb_typeof(writers) = 'object'),
  version integer not null check (version > 0),
  saved_at timestamptz not null,
  primary key (commune_code, request_id),
  foreign key (commune_code, dossier_id, request_id) references supplement_request (commune_code, dossier_id, id) on delete cascade deferrable initially immediate
);
create index form_correction_draft_dossier on form_correction_draft (commune_code, dossier_id);
comment on table form_correction_draft is 'What a citizen has typed so far for the answers that a request for supplements names; gone when it is sent, or when nothing is waited for any more.';
comment on column form_correction_draft.answers is 'As typed, by field id; only of the questions that may be corrected.';
comment on column form_correction_draft.writers is 'The page that wrote each answer last: two browsers on one correction are told apart by it.';

create table form_correction (
  commune_code text not null,
  dossier_id uuid not null,
  request_id uuid not null,
  seq integer not null check (seq > 0),
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  answers_hash text not null check (answers_hash ~ '^[0-9a-f]{64}$'),
  changes jsonb not null check (jsonb_typeof(changes) = 'array'),
  corrected_at timestamptz not null,
  corrected_by text not null check (corrected_by in ('citizen', 'office')),
  staff_id uuid,
  staff_name text check (staff_name <> ''),
  primary key (commune_code, dossier_id, seq),
  unique (commune_code, request_id),
  foreign key (commune_code, dossier_id) references form_answers (commune_code, dossier_id) on delete cascade deferrable initially immediate,
  foreign key (commune_code, dossier_id, request_id) references supplement_request (commune_code, dossier_id, id) on delete cascade deferrable initially immediate,
  constraint form_correction_by_whom check ((corrected_by = 'office') = (staff_id is not null) and (staff_id is null) = (staff_name is null))
);
comment on table form_correction is 'Answers of a dossier after a correction that the office asked for. What was declared first stays in form_answers; the newest correction is what holds.';
comment on column form_correction.answers is 'All canonical answers after the correction, by field id of the form and version that the dossier was declared with.';
comment on column form_correction.changes is 'What changed: [{field, before, after, asked}]; asked says whether the request named the question itself, otherwise it followed from one.';
comment on column form_correction.corrected_by is 'citizen: through the secret link and four digits. office: entered at the counter from what was brought or sent by post.';

select protect_tenant_table('form_correction_draft');
select protect_tenant_table('form_correction');

-- What was corrected is not rewritten; it goes with its dossier.
revoke update, truncate on form_correction from xaso_app;
revoke truncate on form_correction_draft from xaso_app;

alter table upload_slot add column other boolean not null default false;
comment on column upload_slot.other is 'What was answered does not call for this paper; it may be sent all the same.';
