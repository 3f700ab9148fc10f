-- The whole legal life of a dossier: all ten national states, pauses of the clock, supplements, payments, extensions, urging,
-- assignment, results and their delivery, papers that are kept for reuse.

alter table dossier
  drop constraint dossier_state_check,
  drop constraint dossier_check,
  drop constraint dossier_check1,
  drop constraint dossier_check2;

alter table dossier
  add column pauses jsonb not null default '[]',
  add column paused_since timestamptz,
  add column receipt_due_at timestamptz,
  add column extended_due_at timestamptz,
  add column ended_at timestamptz,
  add column unit_id uuid,
  add column notice_at timestamptz,
  add column urged_at timestamptz,
  add column supplements integer not null default 0 check (supplements >= 0),
  add column approval_asked text check (approval_asked in ('supplement', 'extension')),
  add column result_kind text check (result_kind in ('positive', 'negative')),
  add column result_basis text,
  add column stop_kind text check (stop_kind in ('withdrawn', 'not-supplemented', 'not-paid', 'other')),
  add column stop_reason text,
  add column withdrawal_reason text,
  add column assisted_consent text check (assisted_consent in ('spoken', 'written')),
  add column assisted_account text check (assisted_account in ('own', 'representative', 'none')),
  add column corrects_id uuid,
  add column case_id uuid;

-- A dossier whose clock has ended says when; one that was received keeps the date that was printed for the citizen.
update dossier set receipt_due_at = due_at where due_at is not null;
update dossier set ended_at = decided_at where decided_at is not null;
update dossier set ended_at = coalesce(
  (select max(at) from dossier_history h where h.commune_code = dossier.commune_code and h.dossier_id = dossier.id and h.event = 'rejected'), submitted_at)
  where state = 'rejected';
update dossier set result_kind = 'positive' where state in ('decided', 'returned');

alter table dossier
  add constraint dossier_state_check check (state in (
    'submitted', 'received', 'rejected', 'in-progress', 'supplement-requested', 'payment-requested', 'withdraw-requested', 'stopped', 'decided', 'returned')),
  -- What was received has its code, its person and its dates; what was not has none of them.
  add constraint dossier_received_whole check ((received_at is null) = (code is null) and
    (received_at is null or (due_at is not null and receipt_due_at is not null and person_id is not null and time_limit is not null))),
  add constraint dossier_received_state check (received_at is not null or state in ('submitted', 'supplement-requested', 'withdraw-requested', 'rejected', 'stopped')),
  add constraint dossier_not_submitted_twice check (received_at is null or state not in ('submitted', 'rejected')),
  add constraint dossier_returned_at check (state <> 'returned' or returned_at is not null),
  add constraint dossier_decided_at check (state not in ('decided', 'returned') or (decided_at is not null and result_kind is not null)),
  add constraint dossier_ended check ((ended_at is not null) = (state in ('rejected', 'stopped', 'decided', 'returned'))),
  add constraint dossier_stopped check ((state = 'stopped') = (stop_kind is not null)),
  add constraint dossier_paused check (paused_since is null or state in ('supplement-requested', 'payment-requested', 'withdraw-requested')),
  add constraint dossier_pauses check (jsonb_typeof(pauses) = 'array'),
  add constraint dossier_unit foreign key (commune_code, unit_id) references unit (commune_code, id),
  add constraint dossier_corrects foreign key (commune_code, corrects_id) references dossier (commune_code, id);

comment on column dossier.pauses is 'The clock''s pauses in order, [[from, to or null], …] as ISO instants: requests to the citizen that were open. With received_at, time_limit and the calendar they give due_at.';
comment on column dossier.paused_since is 'Since when the clock stands still; null while it runs. due_at then is what it was before.';
comment on column dossier.receipt_due_at is 'The date that was printed on the receipt. Pauses move due_at, never this one.';
comment on column dossier.extended_due_at is 'The new date of the apology letter, once. due_at stays and decides whether the dossier was in time.';
comment on column dossier.ended_at is 'End of processing for statistics: decided, stopped or refused.';
comment on column dossier.unit_id is 'The unit that holds the dossier after a transfer; null: whoever handles its field.';
comment on column dossier.holder_id is 'Who has taken the step on; null: anybody whose position holds it.';
comment on column dossier.notice_at is 'The next instant at which a notice about its time is due; null when there is none.';
comment on column dossier.approval_asked is 'What waits for a leader''s word: a second supplement, or an extension.';
comment on column dossier.assisted_account is 'Whose account the help was given on: the citizen''s own, a representative''s, or none.';

create index dossier_notice on dossier (notice_at) where notice_at is not null;
create index dossier_case on dossier (commune_code, case_id) where case_id is not null;

-- Dossiers under way before this migration have had no notices: the first look decides.
update dossier set notice_at = received_at where state in ('received', 'in-progress');

create table supplement_request (
  commune_code text not null,
  dossier_id uuid not null,
  id uuid not null,
  seq integer not null check (seq > 0),
  stage text not null check (stage in ('intake', 'examination')),
  status text not null check (status in ('proposed', 'declined', 'open', 'answered', 'cancelled')),
  words text,
  answer_by timestamptz,
  asked_at timestamptz not null,
  asked_by uuid not null,
  asked_by_name text not null,
  opened_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  decision_words text,
  closed_at timestamptz,
  answered_by text check (answered_by in ('citizen', 'office')),
  answer_words text,
  primary key (commune_code, dossier_id, id),
  unique (commune_code, dossier_id, seq),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade,
  check (status not in ('open', 'answered', 'cancelled') or opened_at is not null),
  check ((closed_at is not null) = (status in ('answered', 'cancelled'))),
  check (status <> 'answered' or answered_by is not null)
);
create unique index supplement_request_one_open on supplement_request (commune_code, dossier_id) where status in ('proposed', 'open');
comment on table supplement_request is 'Yêu cầu bổ sung: one complete request per stage (NĐ 309/2026, Điều 17.2a); a further one is proposed and needs a leader''s approval.';

create table supplement_item (
  commune_code text not null,
  dossier_id uuid not null,
  request_id uuid not null,
  id uuid not null,
  position integer not null,
  paper_id uuid,
  requirement_id text,
  paper_name text not null,
  reasons text[] not null check (cardinality(reasons) > 0),
  words text,
  legal_basis text not null check (legal_basis <> ''),
  how_to_fix text not null check (how_to_fix <> ''),
  mark jsonb,
  answer_words text,
  primary key (commune_code, dossier_id, id),
  foreign key (commune_code, dossier_id, request_id) references supplement_request (commune_code, dossier_id, id) on delete cascade
);
comment on table supplement_item is 'One fault of one paper: which paper, what is wrong, by which rule, how to mend it.';

alter table paper_file
  add column supplement_item_id uuid,
  add column superseded_at timestamptz;
comment on column paper_file.superseded_at is 'When a better file took its place; it stays for the record.';

create table payment_request (
  commune_code text not null,
  dossier_id uuid not null,
  id uuid not null,
  seq integer not null check (seq > 0),
  status text not null check (status in ('open', 'paid', 'cancelled')),
  amount bigint not null check (amount > 0),
  reason text not null check (reason <> ''),
  legal_basis text,
  pay_by timestamptz not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  asked_by_name text not null,
  closed_at timestamptz,
  closed_by uuid,
  closed_by_name text,
  method text check (method in ('cash', 'transfer', 'other')),
  note text,
  primary key (commune_code, dossier_id, id),
  unique (commune_code, dossier_id, seq),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade,
  check ((closed_at is null) = (status = 'open')),
  check (status <> 'paid' or method is not null)
);
create unique index payment_request_one_open on payment_request (commune_code, dossier_id) where status = 'open';
comment on table payment_request is 'Yêu cầu thực hiện nghĩa vụ tài chính during processing: the clock stands still while it is open. amount is whole đồng.';

create table dossier_extension (
  commune_code text not null,
  dossier_id uuid not null,
  id uuid not null,
  status text not null check (status in ('proposed', 'declined', 'issued')),
  reason text not null check (reason <> ''),
  new_due_at timestamptz not null,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  decision_words text,
  primary key (commune_code, dossier_id, id),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade,
  check ((decided_at is null) = (status = 'proposed'))
);
create unique index dossier_extension_once on dossier_extension (commune_code, dossier_id) where status in ('proposed', 'issued');
comment on table dossier_extension is 'Văn bản xin lỗi và đề nghị gia hạn: at least a day before the due date, and only once.';

create table dossier_urge (
  commune_code text not null,
  dossier_id uuid not null,
  id uuid not null,
  words text not null check (words <> ''),
  urged_at timestamptz not null,
  urged_by uuid not null,
  urged_by_name text not null,
  holder_id uuid,
  answered_at timestamptz,
  answered_by uuid,
  answered_by_name text,
  answer_words text,
  primary key (commune_code, dossier_id, id),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade,
  check ((answered_at is null) = (answer_words is null))
);
create unique index dossier_urge_one_open on dossier_urge (commune_code, dossier_id) where answered_at is null;
comment on table dossier_urge is 'Đôn đốc: a leader''s note to whoever holds the dossier, answered by the holder.';

create table dossier_delivery (
  commune_code text not null,
  dossier_id uuid not null,
  id uuid not null,
  method text not null check (method in ('counter', 'post', 'home', 'electronic')),
  state text not null check (state in ('waiting', 'sent', 'delivered', 'returned')),
  address text,
  carrier text,
  tracking_number text,
  envelope_code text,
  receiver_name text,
  receiver_relation text check (receiver_relation in ('self', 'authorised', 'family')),
  receiver_paper text,
  proof text check (proof in ('signature', 'photo', 'electronic')),
  proof_sha256 text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (commune_code, dossier_id, id),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade,
  foreign key (commune_code, proof_sha256) references stored_file (commune_code, sha256),
  check ((closed_at is not null) = (state in ('delivered', 'returned')))
);
create unique index dossier_delivery_one_open on dossier_delivery (commune_code, dossier_id) where closed_at is null;
create unique index dossier_delivery_envelope on dossier_delivery (envelope_code) where envelope_code is not null;
comment on table dossier_delivery is 'How a result reaches the citizen: at the counter, by public post, at home in a sealed envelope, electronically.';

create table delivery_event (
  commune_code text not null,
  dossier_id uuid not null,
  delivery_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  event text not null check (event in ('sealed', 'handed-on', 'posted', 'arrived', 'not-met', 'delivered', 'came-back')),
  actor_id uuid,
  actor_name text,
  to_name text,
  words text,
  primary key (commune_code, dossier_id, delivery_id, seq),
  foreign key (commune_code, dossier_id, delivery_id) references dossier_delivery (commune_code, dossier_id, id) on delete cascade
);
comment on table delivery_event is 'Append-only: every hand-over of an envelope or a parcel.';

create table kept_paper (
  commune_code text not null,
  id uuid not null,
  person_id uuid not null,
  origin text not null check (origin in ('submitted', 'result')),
  requirement_id text,
  procedure_code text not null,
  name text not null,
  number text,
  issued_by text,
  issued_on date,
  valid_to date,
  dossier_id uuid not null,
  files jsonb not null check (jsonb_typeof(files) = 'array' and jsonb_array_length(files) > 0),
  kept_at timestamptz not null,
  reuses integer not null default 0 check (reuses >= 0),
  withdrawn_at timestamptz,
  primary key (commune_code, id),
  foreign key (commune_code, person_id) references person (commune_code, id),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id)
);
create index kept_paper_of on kept_paper (commune_code, person_id, name, kept_at desc);
comment on table kept_paper is 'Kho giấy tờ: papers and electronic results of a person that may be used again instead of being asked for.';

revoke update, delete, truncate on delivery_event from xaso_app;
