-- Fee receipts (biên lai): series and books, what was given under their numbers, the days of cashiers and what went to the treasury.

create table receipt_series (
  commune_code text not null references commune deferrable,
  id uuid not null,
  opened_in text not null references commune (code),
  kind text not null check (kind in ('electronic', 'paper')),
  template_symbol text not null check (template_symbol <> ''),
  symbol text not null check (symbol <> ''),
  body_name text not null check (body_name <> ''),
  tax_code text not null check (tax_code ~ '^[0-9]{10}(-[0-9]{3})?$'),
  digits integer not null check (digits between 1 and 8),
  first_number integer not null check (first_number > 0),
  last_number integer check (last_number >= first_number),
  holder_id uuid,
  holder_name text check (holder_name <> ''),
  valid_until date,
  opened_on date not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  opened_by_name text not null check (opened_by_name <> ''),
  closed_at timestamptz,
  closed_by uuid,
  closed_by_name text,
  close_reason text check (close_reason <> ''),
  synthetic boolean not null,
  primary key (commune_code, id),
  check ((kind = 'paper') = (last_number is not null) and (kind = 'paper') = (holder_id is not null) and (holder_id is null) = (holder_name is null)),
  check (kind = 'paper' or valid_until is null),
  check (valid_until is null or valid_until >= opened_on),
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_by_name is null) and (closed_at is null) = (close_reason is null))
);
-- Two open series of one symbol would print the same number twice.
create unique index receipt_series_symbol on receipt_series (commune_code, opened_in, template_symbol, symbol) where closed_at is null and kind = 'electronic';
comment on table receipt_series is 'Ký hiệu biên lai điện tử hoặc quyển biên lai giấy: under which symbols receipts are given. Numbers: number_counter, book fee-receipt:<id>.';
comment on column receipt_series.opened_in is 'The commune that opened it. Gone over into another one, a series gives no numbers any more.';
comment on column receipt_series.symbol is '{yy} stands for the last two digits of the year, so that an electronic series goes on by itself on 1 January.';
comment on column receipt_series.first_number is 'Of electronic receipts: in the year in which it was opened; later years begin with 1 (NĐ 254/2026/NĐ-CP, Điều 23).';
comment on column receipt_series.holder_id is 'Who writes in the book on paper.';

create table receipt_number_fate (
  commune_code text not null,
  series_id uuid not null,
  from_number integer not null check (from_number > 0),
  to_number integer not null check (to_number >= from_number),
  fate text not null check (fate in ('spoiled', 'lost', 'unused')),
  reason text not null check (reason <> ''),
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null check (by_name <> ''),
  primary key (commune_code, series_id, from_number),
  foreign key (commune_code, series_id) references receipt_series (commune_code, id) deferrable
);
comment on table receipt_number_fate is 'Append-only: numbers of a book on paper under which there is no receipt, and why. unused: left when the book was closed.';

create table cashier_day (
  commune_code text not null references commune deferrable,
  id uuid not null,
  cashier_id uuid not null,
  cashier_name text not null check (cashier_name <> ''),
  day date not null,
  state text not null check (state in ('open', 'closed', 'handed-over', 'received')),
  opened_at timestamptz not null,
  by_itself boolean not null,
  float_amount bigint not null check (float_amount >= 0),
  float_notes jsonb not null check (jsonb_typeof(float_notes) = 'object'),
  expected bigint,
  counted bigint check (counted >= 0),
  counted_notes jsonb check (jsonb_typeof(counted_notes) = 'object'),
  explanation text check (explanation <> ''),
  closed_at timestamptz,
  kept bigint check (kept >= 0),
  handed bigint check (handed >= 0),
  handed_to uuid,
  handed_to_name text,
  handed_at timestamptz,
  received_by uuid,
  received_by_name text,
  received_at timestamptz,
  back_words text check (back_words <> ''),
  remittance_id uuid,
  synthetic boolean not null,
  primary key (commune_code, id),
  unique (commune_code, cashier_id, day),
  check (not by_itself or float_amount = 0),
  check ((state = 'open') = (closed_at is null) and (closed_at is null) = (counted is null) and (closed_at is null) = (expected is null) and (closed_at is null) = (counted_notes is null)),
  check (counted is null or counted = expected or explanation is not null),
  check ((state in ('handed-over', 'received')) = (handed_at is not null) and (handed_at is null) = (handed_to is null) and (handed_at is null) = (handed is null) and (handed_at is null) = (kept is null) and (handed_at is null) = (handed_to_name is null)),
  check (handed is null or handed + kept = counted),
  check (handed_to <> cashier_id and received_by <> cashier_id and received_by = handed_to),
  check ((state = 'received') = (received_at is not null) and (received_at is null) = (received_by is null) and (received_at is null) = (received_by_name is null)),
  check (remittance_id is null or state = 'received')
);
create index cashier_day_newest on cashier_day (commune_code, day desc, id);
comment on table cashier_day is 'Ca thu: one cashier, one day: float, count at the end with what differs, hand-over to a second person.';
comment on column cashier_day.by_itself is 'Opened by the first cash that was taken, with a float of 0.';
comment on column cashier_day.expected is 'Float, cash taken, less cash given back, when the day was closed.';

create table cashier_taking (
  commune_code text not null,
  source_id uuid not null,
  kind text not null check (kind in ('taken', 'given-back')),
  day_id uuid not null,
  payable_id uuid not null,
  amount bigint not null check (amount > 0),
  at timestamptz not null,
  primary key (commune_code, source_id, kind),
  foreign key (commune_code, day_id) references cashier_day (commune_code, id) deferrable
);
create index cashier_taking_day on cashier_taking (commune_code, day_id);
comment on table cashier_taking is 'Append-only: cash that went into or out of a drawer, each once.';
comment on column cashier_taking.source_id is 'The payment that was taken or reversed, or the surplus that was paid back.';

create table remittance (
  commune_code text not null references commune deferrable,
  id uuid not null,
  destination text not null check (destination in ('treasury', 'bank')),
  account text not null check (length(account) <= 120),
  amount bigint not null check (amount > 0),
  document_number text not null check (document_number <> ''),
  remitted_on date not null,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null check (by_name <> ''),
  synthetic boolean not null,
  primary key (commune_code, id),
  check (remitted_on >= to_day)
);
create unique index remittance_document on remittance (commune_code, destination, document_number);
comment on table remittance is 'Append-only: cash of some days that went to the treasury or the bank, with the number of its slip.';
alter table cashier_day add foreign key (commune_code, remittance_id) references remittance (commune_code, id) deferrable;

create table fee_receipt (
  commune_code text not null references commune deferrable,
  id uuid not null,
  series_id uuid not null,
  year integer not null check (year between 2022 and 9999),
  number integer not null check (number between 1 and 99999999),
  template_symbol text not null,
  symbol text not null,
  payment_id uuid not null,
  payable_id uuid not null,
  dossier_id uuid,
  method text not null check (method in ('cash', 'transfer', 'online')),
  amount bigint not null check (amount >= 0),
  payer_name text not null check (payer_name <> ''),
  view jsonb not null check (jsonb_typeof(view) = 'object'),
  verification_code text not null check (verification_code ~ '^[A-Z2-9]{12}$'),
  issued_at timestamptz not null,
  issued_on date not null,
  issued_by uuid,
  issued_by_name text not null check (issued_by_name <> ''),
  cashier_day_id uuid,
  corrects uuid,
  corrects_how text check (corrects_how in ('replace', 'adjust')),
  state text not null check (state in ('issued', 'adjusted', 'voided', 'replaced')),
  asked_how text check (asked_how in ('void', 'replace', 'adjust')),
  asked_at timestamptz,
  asked_by uuid,
  asked_by_name text,
  asked_reason text check (asked_reason <> ''),
  asked_words jsonb,
  ended_at timestamptz,
  ended_by uuid,
  ended_by_name text,
  end_reason text check (end_reason <> ''),
  corrected_by uuid,
  provider_state text check (provider_state in ('draft', 'sent', 'issued', 'adjusted', 'cancelled', 'refused')),
  provider_code text check (provider_code <> ''),
  provider_signer text check (provider_signer <> ''),
  provider_signed_at timestamptz,
  provider_words text,
  provider_tries integer not null default 0 check (provider_tries >= 0),
  provider_next_at timestamptz,
  synthetic boolean not null,
  primary key (commune_code, id),
  unique (commune_code, series_id, year, number),
  foreign key (commune_code, series_id) references receipt_series (commune_code, id) deferrable,
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) deferrable,
  foreign key (commune_code, payment_id) references payment (commune_code, id) deferrable,
  foreign key (commune_code, cashier_day_id) references cashier_day (commune_code, id) deferrable,
  foreign key (commune_code, corrects) references fee_receipt (commune_code, id) deferrable,
  foreign key (commune_code, corrected_by) references fee_receipt (commune_code, id) deferrable,
  check ((corrects is null) = (corrects_how is null)),
  check (amount > 0 or corrects_how = 'adjust'),
  check (corrects_how is distinct from 'adjust' or amount = 0),
  check ((asked_at is null) = (asked_how is null) and (asked_at is null) = (asked_by is null) and (asked_at is null) = (asked_by_name is null) and (asked_at is null) = (asked_reason is null)),
  check ((state in ('voided', 'replaced')) = (ended_at is not null) and (ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_by_name is null) and (ended_at is null) = (end_reason is null)),
  -- Whoever asked for the end is never the one who ends it.
  check (ended_by is null or (asked_by is not null and ended_by <> asked_by)),
  check (state <> 'replaced' or corrected_by is not null),
  check ((provider_state in ('issued', 'adjusted')) is not true or provider_code is not null)
);
create unique index fee_receipt_verification on fee_receipt (verification_code);
-- A payment has its receipt once, however often it is told of; only another receipt that corrects it may follow.
create unique index fee_receipt_payment on fee_receipt (commune_code, payment_id) where corrects is null;
create index fee_receipt_newest on fee_receipt (commune_code, issued_on desc, issued_at desc, id);
create index fee_receipt_of_dossier on fee_receipt (commune_code, dossier_id) where dossier_id is not null;
create index fee_receipt_asked on fee_receipt (commune_code, asked_at) where asked_at is not null and ended_at is null;
create index fee_receipt_provider on fee_receipt (provider_next_at) where provider_next_at is not null;
comment on table fee_receipt is 'Biên lai: number without gaps in its series; view is what was printed, so that printing again gives the same paper.';
comment on column fee_receipt.year is 'The year in Vietnam of the issue: numbers of electronic receipts begin again with 1 in each; of a book on paper the year in which it was opened.';
comment on column fee_receipt.amount is 'Whole đồng that were charged, without what was paid too much; 0: it corrects the words of another one.';
comment on column fee_receipt.asked_by is 'Who asked for its end or correction; a second person decides.';
comment on column fee_receipt.provider_state is 'Where it is at the provider of electronic receipts (nháp, đã gửi, đã phát hành, điều chỉnh, hủy, từ chối); null: no provider.';
comment on column fee_receipt.provider_next_at is 'When the provider is told or asked next; null: nothing is open.';

create table fee_receipt_event (
  commune_code text not null,
  receipt_id uuid not null,
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('issued', 'asked', 'declined', 'voided', 'replaced', 'adjusted', 'provider')),
  at timestamptz not null,
  by_id uuid,
  by_name text not null check (by_name <> ''),
  words text not null,
  primary key (commune_code, receipt_id, seq),
  foreign key (commune_code, receipt_id) references fee_receipt (commune_code, id) on delete cascade deferrable
);
comment on table fee_receipt_event is 'Append-only: what happened to a receipt, who asked, who decided, what the provider said.';

select protect_tenant_table('receipt_series');
select protect_tenant_table('receipt_number_fate');
select protect_tenant_table('cashier_day');
select protect_tenant_table('cashier_taking');
select protect_tenant_table('remittance');
select protect_tenant_table('fee_receipt');
select protect_tenant_table('fee_receipt_event');
-- What was given and taken stays as it was; only its end and its way through the provider are written into it.
revoke update, delete, truncate on receipt_series, receipt_number_fate, cashier_day, cashier_taking, remittance, fee_receipt, fee_receipt_event from xaso_app;
grant update (closed_at, closed_by, closed_by_name, close_reason) on receipt_series to xaso_app;
grant update (state, expected, counted, counted_notes, explanation, closed_at, kept, handed, handed_to, handed_to_name, handed_at, received_by, received_by_name, received_at, back_words, remittance_id) on cashier_day to xaso_app;
grant update (state, asked_how, asked_at, asked_by, asked_by_name, asked_reason, asked_words, ended_at, ended_by, ended_by_name, end_reason, corrected_by,
  provider_state, provider_code, provider_signer, provider_signed_at, provider_words, provider_tries, provider_next_at) on fee_receipt to xaso_app;
