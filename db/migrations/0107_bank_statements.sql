-- Bank statements (sao kê ngân hàng): files of the bank, their lines, and which payable each line has paid.

create table statement_layout (
  commune_code text not null references commune deferrable,
  id uuid not null unique,
  name text not null check (name <> '' and length(name) <= 80),
  headings jsonb not null check (jsonb_typeof(headings) = 'array'),
  columns jsonb not null check (jsonb_typeof(columns) = 'object'),
  day_order text not null check (day_order in ('dmy', 'mdy', 'ymd')),
  saved_at timestamptz not null,
  saved_by uuid not null,
  saved_by_name text not null check (saved_by_name <> ''),
  primary key (commune_code, id),
  unique (commune_code, headings)
);
comment on table statement_layout is 'How an officer read files whose headings are exactly these; used again for the next file of the same kind.';
comment on column statement_layout.headings is 'The folded headings of the columns, in their order.';
comment on column statement_layout.columns is 'What each chosen column (from 0) means.';

create table bank_statement (
  commune_code text not null references commune deferrable,
  id uuid not null unique,
  account text not null check (account <> ''),
  file_name text not null,
  file_digest text not null check (file_digest ~ '^[0-9a-f]{64}$'),
  layout_name text not null,
  first_on date not null,
  last_on date not null check (last_on >= first_on),
  -- Of the file; lines that earlier files had already are no rows of this one.
  file_lines integer not null check (file_lines > 0),
  known_lines integer not null check (known_lines >= 0 and known_lines <= file_lines),
  money_in bigint not null check (money_in >= 0),
  money_out bigint not null check (money_out >= 0),
  findings jsonb not null,
  imported_at timestamptz not null,
  imported_by uuid not null,
  imported_by_name text not null check (imported_by_name <> ''),
  primary key (commune_code, id)
);
create index bank_statement_newest on bank_statement (commune_code, imported_at desc, id desc);
comment on table bank_statement is 'A file of the bank that an officer took over. The file itself is not kept.';
comment on column bank_statement.file_digest is 'SHA-256 of the file, so that the same file is recognised.';
comment on column bank_statement.known_lines is 'Lines that an earlier file had already.';
comment on column bank_statement.money_in is 'Whole đồng that the new lines brought in.';
comment on column bank_statement.findings is 'What was strange about the file and who looked at it said so.';

create table statement_line (
  commune_code text not null,
  id uuid not null unique,
  statement_id uuid not null,
  line integer not null check (line > 0),
  identity text not null check (identity ~ '^[0-9a-f]{64}$'),
  booked_on date not null,
  direction text not null check (direction in ('in', 'out')),
  amount bigint not null check (amount > 0 and amount <= 999999999999999),
  balance bigint,
  memo text not null check (length(memo) <= 1000),
  bank_number text not null check (length(bank_number) <= 100),
  counterpart text not null check (length(counterpart) <= 300),
  reversal boolean not null,
  list text not null check (list in ('exact', 'probable', 'over', 'under', 'duplicate', 'unknown', 'outgoing')),
  reasons jsonb not null,
  candidates jsonb not null,
  state text not null check (state in ('waiting', 'paid', 'not-ours', 'outgoing')),
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  reason text check (reason <> '' and length(reason) <= 500),
  primary key (commune_code, id),
  unique (commune_code, identity),
  foreign key (commune_code, statement_id) references bank_statement (commune_code, id) deferrable,
  check ((direction = 'out') = (state = 'outgoing') and (direction = 'out') = (list = 'outgoing')),
  check ((decided_at is null) = (state in ('waiting', 'outgoing'))),
  check ((decided_by is null) = (decided_by_name is null)),
  check (state <> 'not-ours' or (reason is not null and decided_by is not null))
);
create index statement_line_of on statement_line (commune_code, statement_id, line);
create index statement_line_waiting on statement_line (commune_code, list, booked_on, id) where state = 'waiting';
create index statement_line_list on statement_line (commune_code, state, booked_on desc, id desc);
comment on table statement_line is 'A movement on the account of the commune, once, in however many files the bank names it.';
comment on column statement_line.identity is 'SHA-256 of the account with the bank''s number, day and amounts, or without a number with words and balance.';
comment on column statement_line.list is 'Where it belonged when it was taken over. exact: the whole verified reference of an open payable and the amount to the đồng; only these are paid without a person.';
comment on column statement_line.candidates is 'The payables that it may be for, with score and reasons, as they were then.';
comment on column statement_line.decided_by is 'Who paid it to a payable or set it aside; null with the state paid: the program, on an exact reference.';

create table statement_line_payment (
  commune_code text not null,
  id uuid not null unique,
  line_id uuid not null,
  payable_id uuid not null,
  payment_id uuid not null,
  amount bigint not null check (amount > 0),
  automatic boolean not null,
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null check (by_name <> ''),
  undone_at timestamptz,
  undone_by uuid,
  undone_by_name text,
  undo_reason text check (undo_reason <> '' and length(undo_reason) <= 500),
  primary key (commune_code, id),
  unique (commune_code, payment_id),
  foreign key (commune_code, line_id) references statement_line (commune_code, id) deferrable,
  foreign key (commune_code, payable_id) references payable (commune_code, id) deferrable,
  foreign key (commune_code, payment_id) references payment (commune_code, id) deferrable,
  check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_by_name is null) and (undone_at is null) = (undo_reason is null))
);
create index statement_line_payment_line on statement_line_payment (commune_code, line_id);
create index statement_line_payment_payable on statement_line_payment (commune_code, payable_id);
comment on table statement_line_payment is 'Which payable a line has paid, in whole or in part. Undone rows stay.';
comment on column statement_line_payment.by_id is 'Who confirmed it; with automatic: who took over the statement.';

create table statement_line_event (
  commune_code text not null,
  line_id uuid not null,
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('paid', 'undone', 'set-aside', 'taken-back')),
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null check (by_name <> ''),
  automatic boolean not null,
  reason text check (reason <> ''),
  facts jsonb not null,
  primary key (commune_code, line_id, seq),
  foreign key (commune_code, line_id) references statement_line (commune_code, id) deferrable
);
comment on table statement_line_event is 'Append-only: what was decided about a line, when and by whom.';

select protect_tenant_table('statement_layout');
select protect_tenant_table('bank_statement');
select protect_tenant_table('statement_line');
select protect_tenant_table('statement_line_payment');
select protect_tenant_table('statement_line_event');
revoke update, delete, truncate on bank_statement, statement_line, statement_line_payment, statement_line_event from xaso_app;
grant update (list, reasons, candidates, state, decided_at, decided_by, decided_by_name, reason) on statement_line to xaso_app;
grant update (undone_at, undone_by, undone_by_name, undo_reason) on statement_line_payment to xaso_app;
