-- Dossiers: people who file, dossiers with their papers, steps and history.

create table person (
  commune_code text not null references commune,
  id uuid not null,
  citizen_number text check (citizen_number ~ '^[0-9]{9}$|^[0-9]{12}$'),
  full_name text not null,
  birth_date date,
  sex text check (sex in ('male', 'female')),
  address text not null,
  village_id uuid,
  phone text check (phone ~ '^[0-9+]{8,15}$'),
  email text,
  search_text text not null,
  updated_at timestamptz not null,
  synthetic boolean not null default false,
  primary key (commune_code, id),
  foreign key (commune_code, village_id) references village (commune_code, id)
);
create unique index person_number on person (commune_code, citizen_number) where citizen_number is not null;

create table dossier (
  commune_code text not null references commune,
  id uuid not null,
  reference text not null,
  code text,
  procedure_code text not null,
  procedure_version integer not null,
  procedure_name text not null,
  field text not null,
  state text not null check (state in ('submitted', 'received', 'rejected', 'in-progress', 'decided', 'returned')),
  channel text not null check (channel in ('counter', 'online', 'post', 'kiosk', 'home')),
  money_state text not null default 'none' check (money_state in ('none', 'due', 'paid', 'exempt', 'refunded')),
  delivery_state text not null default 'none' check (delivery_state in ('none', 'waiting', 'sent', 'delivered')),
  sync_state text not null default 'local' check (sync_state in ('local', 'pending', 'synchronised', 'failed')),
  external_code text,
  source_system text,
  person_id uuid,
  applicant_name text not null,
  applicant_number text,
  applicant_phone text,
  applicant_email text,
  applicant_address text not null,
  authorised_by text,
  assisted_by text,
  content text not null,
  copies integer not null default 1 check (copies between 1 and 999),
  delivery_method text not null check (delivery_method in ('counter', 'post', 'home', 'electronic')),
  delivery_address text,
  submitted_at timestamptz not null,
  received_at timestamptz,
  received_by uuid,
  time_limit text,
  due_at timestamptz,
  decided_at timestamptz,
  returned_at timestamptz,
  rejection_reason text,
  result_number text,
  result_summary text,
  returned_to text,
  current_step text check (current_step in ('receive', 'appraise', 'approve', 'seal', 'hand-over')),
  current_role_name text check (current_role_name in ('reception', 'specialist', 'leader', 'clerk')),
  holder_id uuid,
  held_since timestamptz,
  step_due_at timestamptz,
  token_hash text not null,
  search_text text not null,
  version integer not null default 1,
  synthetic boolean not null default false,
  primary key (commune_code, id),
  foreign key (commune_code, person_id) references person (commune_code, id),
  foreign key (procedure_code, procedure_version) references procedure_version (code, version),
  check ((state in ('submitted', 'rejected')) or (code is not null and received_at is not null and due_at is not null and person_id is not null)),
  check (state <> 'returned' or returned_at is not null),
  check (state not in ('decided', 'returned') or decided_at is not null)
);
create unique index dossier_code on dossier (code) where code is not null;
create unique index dossier_reference on dossier (reference);
create unique index dossier_token on dossier (token_hash);
create index dossier_work on dossier (commune_code, current_role_name, due_at, id) where state in ('received', 'in-progress', 'decided');
create index dossier_waiting on dossier (commune_code, submitted_at, id) where state = 'submitted';
create index dossier_person on dossier (commune_code, person_id, submitted_at desc);
comment on column dossier.reference is 'The code on the citizen''s declaration; the official code (mã số hồ sơ) comes at reception.';
comment on column dossier.token_hash is 'sha256 of the secret in the QR of the slip; the secret itself is only printed.';

create table dossier_paper (
  commune_code text not null,
  dossier_id uuid not null,
  id uuid not null,
  position integer not null,
  requirement_id text,
  name text not null,
  kind text not null check (kind in ('original', 'copy', 'certified-copy', 'electronic', 'data', 'form')),
  source text not null check (source in ('submitted', 'shown', 'store', 'database')),
  copies integer not null default 1 check (copies between 0 and 999),
  reused_from uuid,
  primary key (commune_code, dossier_id, id),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade
);

create table paper_file (
  commune_code text not null,
  dossier_id uuid not null,
  id uuid not null,
  paper_id uuid,
  position integer not null,
  sha256 text not null,
  file_name text not null,
  added_at timestamptz not null,
  primary key (commune_code, dossier_id, id),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade,
  foreign key (commune_code, sha256) references stored_file (commune_code, sha256)
);

create table dossier_step (
  commune_code text not null,
  dossier_id uuid not null,
  position integer not null,
  key text not null check (key in ('receive', 'appraise', 'approve', 'seal', 'hand-over')),
  role_name text not null check (role_name in ('reception', 'specialist', 'leader', 'clerk')),
  hours numeric not null check (hours >= 0),
  started_at timestamptz,
  due_at timestamptz,
  finished_at timestamptz,
  holder_id uuid,
  primary key (commune_code, dossier_id, position),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade
);

create table dossier_history (
  commune_code text not null,
  dossier_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  event text not null,
  actor_id uuid,
  actor_name text,
  facts jsonb not null,
  primary key (commune_code, dossier_id, seq)
);
comment on table dossier_history is 'Append-only: the application role can neither update nor delete.';
