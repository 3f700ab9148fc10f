-- What is to be paid for a dossier (khoản phải nộp), the money that came in for it, and what goes back to the payer.

create table payable (
  commune_code text not null references commune deferrable initially immediate,
  id uuid not null unique,
  dossier_id uuid,
  purpose text not null check (purpose in ('fees', 'during-work', 'certification')),
  amount bigint not null check (amount > 0 and amount <= 10000000000),
  paid bigint not null default 0 check (paid >= 0),
  refunded bigint not null default 0 check (refunded >= 0 and refunded <= paid),
  state text not null check (state in ('open', 'paid', 'cancelled')),
  reference text not null check (reference ~ '^[A-Z0-9]{6,12}$'),
  opened_at timestamptz not null,
  closed_at timestamptz,
  close_reason text check (close_reason <> ''),
  primary key (commune_code, id),
  unique (commune_code, reference),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) deferrable initially immediate,
  check ((closed_at is null) = (state = 'open')),
  check ((close_reason is null) = (state <> 'cancelled')),
  check (state <> 'paid' or paid - refunded >= amount),
  check (state <> 'open' or paid - refunded < amount)
);
create unique index payable_one_for_fees on payable (commune_code, dossier_id) where purpose = 'fees' and state <> 'cancelled';
create index payable_dossier on payable (commune_code, dossier_id);
create index payable_open on payable (commune_code, opened_at, id) where state = 'open';
create index payable_surplus on payable (commune_code) where paid - refunded > case when state = 'cancelled' then 0 else amount end;
comment on table payable is 'Khoản phải nộp: what one dossier has to pay. amount, paid and refunded are whole đồng; it counts as paid only when what came in and was not paid back covers it.';
comment on column payable.purpose is 'fees: phí, lệ phí, giá dịch vụ of the dossier. during-work: a payment request of the national state 6, with the same id. certification: a visit to the lane of certified copies.';
comment on column payable.paid is 'The sum of its payments that were not reversed.';
comment on column payable.refunded is 'What was paid back of a surplus.';
comment on column payable.reference is 'What the payer writes on a transfer; its last sign checks the others (older ones, XSNT…, have none).';

create table payment (
  commune_code text not null,
  id uuid not null unique,
  payable_id uuid not null,
  method text not null check (method in ('cash', 'transfer', 'online')),
  amount bigint not null check (amount > 0 and amount <= 999999999999999),
  given bigint check (given >= amount),
  paid_at timestamptz not null,
  recorded_at timestamptz not null,
  source text not null check (source ~ '^[a-z-]+:[!-~]+$' and length(source) <= 200),
  taken_by uuid,
  taken_by_name text,
  reversed_at timestamptz,
  reversed_by uuid,
  reversed_by_name text,
  reverse_reason text check (reverse_reason <> ''),
  primary key (commune_code, id),
  unique (commune_code, source),
  foreign key (commune_code, payable_id) references payable (commune_code, id) deferrable initially immediate,
  check ((taken_by is null) = (taken_by_name is null)),
  check ((reversed_at is null) = (reverse_reason is null) and (reversed_by is null) = (reversed_by_name is null) and (reversed_by is null or reversed_at is not null)),
  check (given is null or method = 'cash')
);
create index payment_payable on payment (commune_code, payable_id, recorded_at);
create index payment_day on payment (commune_code, recorded_at, id);
comment on table payment is 'Money that came in for a payable: never changed, only reversed with a reason.';
comment on column payment.source is 'Where it is known from, once in the commune: counter:<command>, statement-line:<id>, provider:<name>:<transaction>, officer:<command>.';
comment on column payment.given is 'Cash that was handed over; what is more than amount was given back at once.';
comment on column payment.paid_at is 'When the payer paid; recorded_at is when the office knew of it.';
comment on column payment.taken_by is 'Who took or confirmed it; null: nobody in the office, a provider told it.';

create table payment_refund (
  commune_code text not null,
  id uuid not null unique,
  payable_id uuid not null,
  method text not null check (method in ('cash', 'transfer')),
  amount bigint not null check (amount > 0),
  paid_back_at timestamptz not null,
  evidence text not null check (evidence <> '' and length(evidence) <= 200),
  reason text not null check (reason <> '' and length(reason) <= 500),
  paid_back_by uuid not null,
  paid_back_by_name text not null check (paid_back_by_name <> ''),
  primary key (commune_code, id),
  foreign key (commune_code, payable_id) references payable (commune_code, id) deferrable initially immediate
);
create index payment_refund_payable on payment_refund (commune_code, payable_id);
comment on table payment_refund is 'What was paid back of a surplus: more than was due, or paid for what is due no longer.';
comment on column payment_refund.evidence is 'The voucher or the bank''s order that proves it.';

create table payable_event (
  commune_code text not null,
  payable_id uuid not null,
  seq integer not null check (seq > 0),
  at timestamptz not null,
  kind text not null check (kind in ('opened', 'changed', 'cancelled', 'recorded', 'reversed', 'refunded')),
  amount bigint not null check (amount >= 0),
  state text not null check (state in ('open', 'paid', 'cancelled')),
  actor_id uuid,
  actor_name text,
  reason text check (reason <> ''),
  primary key (commune_code, payable_id, seq),
  foreign key (commune_code, payable_id) references payable (commune_code, id) deferrable initially immediate
);
comment on table payable_event is 'Append-only history of a payable. amount: what it asks for from then on (opened, changed, cancelled), or the money that moved (recorded, reversed, refunded).';
comment on column payable_event.state is 'The state after it.';

-- Payment requests that wait already go on under the reference that their citizens were shown.
update payment_request set reference = 'XSNT' || translate(substr(md5(id::text), 1, 6), '0123456789abcdef', 'ABCDEFGHJKMNPQRS') where status = 'open' and reference is null;
insert into payable (commune_code, id, dossier_id, purpose, amount, state, reference, opened_at)
  select commune_code, id, dossier_id, 'during-work', amount, 'open', upper(reference), asked_at from payment_request where status = 'open'
  on conflict do nothing;
insert into payable_event (commune_code, payable_id, seq, at, kind, amount, state, actor_id, actor_name)
  select p.commune_code, p.id, 1, p.opened_at, 'opened', p.amount, 'open', r.asked_by, r.asked_by_name from payable p join payment_request r on r.commune_code = p.commune_code and r.id = p.id;

select protect_tenant_table('payable');
select protect_tenant_table('payment');
select protect_tenant_table('payment_refund');
select protect_tenant_table('payable_event');
revoke delete, truncate on payable from xaso_app;
revoke update, delete, truncate on payment, payment_refund, payable_event from xaso_app;
grant update (reversed_at, reversed_by, reversed_by_name, reverse_reason) on payment to xaso_app;
