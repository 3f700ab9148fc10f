-- Interlinked procedures (liên thông): one case, a child for every procedure, and the messages to other agencies.

create table linked_case (
  commune_code text not null,
  id uuid not null,
  group_code text not null,
  group_valid_from date not null,
  first_dossier_id uuid not null,
  code text not null check (code <> ''),
  applicant_name text not null check (applicant_name <> ''),
  subject_name text not null check (subject_name <> ''),
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  verification boolean not null,
  received_at timestamptz not null,
  received_by uuid not null,
  receipt_due_at timestamptz not null,
  due_at timestamptz not null,
  ended_at timestamptz,
  version integer not null check (version > 0),
  synthetic boolean not null,
  primary key (commune_code, id),
  foreign key (commune_code, first_dossier_id) references dossier (commune_code, id)
);
create index linked_case_open on linked_case (commune_code, received_at desc, id) where ended_at is null;
create index linked_case_newest on linked_case (commune_code, received_at desc, id);
comment on table linked_case is 'Hồ sơ liên thông: a group of procedures that a citizen asks for at once (NĐ 63/2024, NĐ 301/2026).';
comment on column linked_case.first_dossier_id is 'The dossier that the case begins with; its code, kept here too, and its secret link are the case''s.';
comment on column linked_case.facts is 'What reception asked once; every child''s request is filled from it.';
comment on column linked_case.receipt_due_at is 'When the last child was due by the receipt. due_at follows the children, this one never moves.';

create table linked_child (
  commune_code text not null,
  case_id uuid not null,
  key text not null,
  position integer not null,
  dossier_id uuid,
  agency text not null check (agency in ('commune', 'police', 'social-insurance', 'province')),
  state text not null check (state in ('waiting', 'in-progress', 'paused', 'finished', 'refused', 'stopped', 'withdrawn')),
  time_limit text not null,
  clock_from timestamptz,
  started_at timestamptz,
  due_at timestamptz not null,
  ended_at timestamptz,
  pauses jsonb not null check (jsonb_typeof(pauses) = 'array'),
  pause_reason text check (pause_reason in ('supplement', 'consent', 'incident')),
  answer_by timestamptz,
  result_number text,
  words text,
  primary key (commune_code, case_id, key),
  unique (commune_code, case_id, position),
  foreign key (commune_code, case_id) references linked_case (commune_code, id) on delete cascade,
  foreign key (commune_code, dossier_id) references dossier (commune_code, id),
  check ((dossier_id is not null) = (agency = 'commune')),
  check ((ended_at is not null) = (state in ('finished', 'refused', 'stopped', 'withdrawn'))),
  check (state not in ('in-progress', 'paused', 'finished') or started_at is not null),
  check (state <> 'paused' or agency = 'commune' or (pause_reason is not null and answer_by is not null))
);
create unique index linked_child_dossier on linked_child (commune_code, dossier_id) where dossier_id is not null;
comment on table linked_child is 'One procedure of a case with its agency, its clock and its result. One with a dossier here follows that dossier.';
comment on column linked_child.clock_from is 'From when the limit counts; null while the child waits and its limit does not count yet.';
comment on column linked_child.answer_by is 'By when the citizen answers an open pause (supplement, consent) or a fault of a system is mended.';

create table agency_transfer (
  commune_code text not null,
  id uuid not null,
  case_id uuid not null,
  child_key text not null,
  kind text not null check (kind in ('request', 'supplement', 'withdrawal')),
  state text not null check (state in ('waiting', 'sent', 'acknowledged', 'refused', 'failed', 'repaired', 'cancelled')),
  attempts integer not null check (attempts >= 0),
  created_at timestamptz not null,
  next_try_at timestamptz,
  busy_until timestamptz,
  sent_at timestamptz,
  acknowledge_by timestamptz,
  acknowledged_at timestamptz,
  external_code text,
  fault text,
  primary key (commune_code, id),
  foreign key (commune_code, case_id, child_key) references linked_child (commune_code, case_id, key) on delete cascade,
  check ((next_try_at is not null) = (state = 'waiting')),
  check (state <> 'sent' or (sent_at is not null and acknowledge_by is not null)),
  check (state <> 'acknowledged' or acknowledged_at is not null)
);
create index agency_transfer_due on agency_transfer (next_try_at) where state = 'waiting';
create index agency_transfer_awaited on agency_transfer (commune_code, sent_at) where state in ('sent', 'acknowledged');
create index agency_transfer_of on agency_transfer (commune_code, case_id, child_key, created_at desc);
create index agency_transfer_alert on agency_transfer (commune_code, state) where state in ('sent', 'failed', 'refused');
comment on table agency_transfer is 'A message to another agency about a child. Sending it again under its id does nothing twice over there.';
comment on column agency_transfer.busy_until is 'While somebody sends it: until then nobody else does.';
comment on column agency_transfer.acknowledge_by is 'Two working hours after it was sent; later an alert is raised (NĐ 301/2026).';

create table agency_answer (
  commune_code text not null,
  transfer_id uuid not null,
  answer_id text not null,
  at timestamptz not null,
  kind text not null check (kind in ('acknowledged', 'refused', 'supplement', 'result', 'negative')),
  facts jsonb not null,
  primary key (commune_code, transfer_id, answer_id),
  foreign key (commune_code, transfer_id) references agency_transfer (commune_code, id) on delete cascade
);
comment on table agency_answer is 'Append-only: what an agency answered, once under each of its ids, however often it says so.';

create table linked_event (
  commune_code text not null,
  case_id uuid not null,
  seq integer not null check (seq > 0),
  at timestamptz not null,
  event text not null,
  child_key text,
  actor_id uuid,
  actor_name text,
  facts jsonb not null,
  primary key (commune_code, case_id, seq),
  foreign key (commune_code, case_id) references linked_case (commune_code, id) on delete cascade
);
comment on table linked_event is 'Append-only: everything that happened to a case. No actor: the system or an agency did it.';

revoke update, delete, truncate on linked_event, agency_answer from xaso_app;
