-- A dossier that needs an agency of the province: what was sent there, when it was received there, and what came back.

alter table dossier add column agency_asked text check (agency_asked <> '');
comment on column dossier.agency_asked is 'The agency whose answer is waited for; null when none. The clock goes on: only waiting for the citizen stops it.';

create table agency_request (
  commune_code text not null,
  dossier_id uuid not null,
  id uuid not null,
  state text not null check (state in ('sent', 'received', 'answered', 'called-off', 'lapsed')),
  agency text not null check (agency <> ''),
  document_number text not null check (document_number <> ''),
  sent_on date not null,
  expected_on date not null check (expected_on >= sent_on),
  question text not null check (question <> ''),
  noted_at timestamptz not null,
  noted_by uuid not null,
  noted_by_name text not null,
  received_on date check (received_on >= sent_on),
  received_number text,
  answered_on date check (answered_on >= sent_on),
  answer_number text,
  words text,
  warned_at timestamptz,
  closed_at timestamptz,
  closed_by_name text,
  primary key (commune_code, dossier_id, id),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade,
  check ((closed_at is null) = (state in ('sent', 'received'))),
  check (state <> 'received' or received_on is not null),
  check (state <> 'answered' or (answered_on is not null and answer_number is not null and words is not null)),
  check (state <> 'called-off' or words is not null)
);
create unique index agency_request_one_open on agency_request (commune_code, dossier_id) where state in ('sent', 'received');
create index agency_request_to_warn on agency_request (expected_on) where state in ('sent', 'received') and warned_at is null;
comment on table agency_request is 'Gửi cơ quan cấp tỉnh: document number and day of what was sent, the day the answer is expected, the receipt there, the answer.';
