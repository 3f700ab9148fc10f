-- Supplement requests and payments during processing: who approves a second one, how the citizen answers, what the holder makes of it.

alter table dossier add column answered_at timestamptz;
comment on column dossier.answered_at is 'When the citizen answered a supplement request that the holder has not looked at yet; null when nothing waits to be looked at.';

alter table supplement_request
  add column answer_days integer not null default 7 check (answer_days between 1 and 90),
  add column proposal_words text check (proposal_words <> ''),
  add column channel text check (channel in ('online', 'counter', 'post')),
  add column accepted_at timestamptz,
  add column accepted_by uuid,
  add column accepted_by_name text,
  add constraint supplement_request_answered_how check ((status = 'answered') = (channel is not null)),
  add constraint supplement_request_accepted check (accepted_at is null or status = 'answered'),
  add constraint supplement_request_open_until check (opened_at is null or answer_by is not null),
  add constraint supplement_request_proposed_why check (status not in ('proposed', 'declined') or proposal_words is not null);
alter table supplement_request alter column answer_days drop default;
comment on column supplement_request.answer_days is 'Working days that the citizen has; answer_by is counted from the instant at which the request is opened.';
comment on column supplement_request.proposal_words is 'Why a further request in the same stage is needed, for the leader; null for a first request.';
comment on column supplement_request.channel is 'How the answer came: online, over the counter or by post. What came over the counter is never counted as online.';
comment on column supplement_request.accepted_at is 'When the holder looked at the answer and took it; the clock has run since closed_at.';

alter table supplement_item
  add constraint supplement_item_named check (paper_name <> ''),
  add column answer_kept_old boolean;
comment on column supplement_item.answer_kept_old is 'Whether the old files stay beside the new ones (a missing page) or were replaced (a blurred picture); null until the holder took the answer.';

create table supplement_draft (
  commune_code text not null,
  dossier_id uuid not null,
  request_id uuid not null,
  item_id uuid not null,
  sha256 text not null,
  file_name text not null,
  added_at timestamptz not null,
  primary key (commune_code, request_id, item_id, sha256),
  foreign key (commune_code, dossier_id, request_id) references supplement_request (commune_code, dossier_id, id) on delete cascade,
  foreign key (commune_code, dossier_id, item_id) references supplement_item (commune_code, dossier_id, id) on delete cascade,
  foreign key (commune_code, sha256) references stored_file (commune_code, sha256)
);
comment on table supplement_draft is 'Files that arrived for an answer that was not sent yet: they are there again when the line broke or the phone was put away.';

alter table payment_request
  add column reference text,
  add column receipt_number text check (receipt_number <> ''),
  add column paid_on date,
  add constraint payment_request_bound check (amount <= 10000000000),
  add constraint payment_request_evidence check (status <> 'paid' or (receipt_number is not null and paid_on is not null));
comment on column payment_request.reference is 'What the citizen writes on the transfer: short, plain letters and digits.';
comment on column payment_request.receipt_number is 'Number of the receipt (biên lai) or of the bank''s credit note that proves the payment.';
