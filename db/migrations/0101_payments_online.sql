-- Online payments: every try of a payer at a gateway, and everything that the gateway told about it.

create table online_payment (
  commune_code text not null,
  id uuid not null unique,
  payable_id uuid not null,
  gateway text not null check (gateway ~ '^[a-z][a-z0-9-]{1,29}$'),
  order_number text not null check (order_number ~ '^[A-Z0-9]{12,32}$'),
  amount bigint not null check (amount > 0),
  state text not null check (state in ('started', 'paid', 'failed', 'expired')),
  started_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > started_at),
  asked_at timestamptz,
  settled_at timestamptz,
  code text check (length(code) <= 20),
  transaction_number text check (length(transaction_number) <= 100),
  payment_id uuid,
  primary key (commune_code, id),
  unique (gateway, order_number),
  foreign key (commune_code, payable_id) references payable (commune_code, id) deferrable initially immediate,
  foreign key (commune_code, payment_id) references payment (commune_code, id) deferrable initially immediate,
  check ((settled_at is null) = (state = 'started')),
  check ((state = 'paid') = (payment_id is not null))
);
create index online_payment_payable on online_payment (commune_code, payable_id, started_at);
create index online_payment_started on online_payment (started_at) where state = 'started';
comment on table online_payment is 'One try to pay a payable at a gateway. It is paid only by a signed word of the gateway; the payable is paid by the payment that came of it.';
comment on column online_payment.order_number is 'By which the gateway knows it: once in the whole installation, since its call-back names no commune.';
comment on column online_payment.asked_at is 'When the gateway was asked last, because it had told nothing.';

create table online_message (
  commune_code text not null,
  id uuid not null unique,
  online_payment_id uuid not null,
  at timestamptz not null,
  way text not null check (way in ('callback', 'return', 'query')),
  verdict text not null check (verdict in ('recorded', 'known', 'failed', 'pending', 'forged', 'unreadable')),
  amount bigint,
  code text check (length(code) <= 20),
  transaction_number text check (length(transaction_number) <= 100),
  address text not null,
  primary key (commune_code, id),
  foreign key (commune_code, online_payment_id) references online_payment (commune_code, id) deferrable initially immediate
);
create index online_message_payment on online_message (commune_code, online_payment_id, at);
comment on table online_message is 'Append-only: what a gateway, or somebody in its name, told about a try, and what was made of it.';

create table rehearsal_transaction (
  commune_code text not null,
  order_number text not null,
  transaction_number text not null,
  amount bigint not null check (amount > 0),
  code text not null,
  decided_at timestamptz not null,
  told jsonb not null default '[]',
  next_at timestamptz,
  primary key (commune_code, order_number, transaction_number)
);
create index rehearsal_transaction_next on rehearsal_transaction (next_at) where next_at is not null;
comment on table rehearsal_transaction is 'The memory of the rehearsal gateway of the demonstration: what somebody chose there, and what it still has to tell. No real money is in it.';
comment on column rehearsal_transaction.told is 'The messages that wait to be sent, each with when: [{"at": "…", "fields": {…}}].';

select protect_tenant_table('online_payment');
select protect_tenant_table('online_message');
select protect_tenant_table('rehearsal_transaction');
revoke delete, truncate on online_payment from xaso_app;
revoke update, delete, truncate on online_message from xaso_app;
