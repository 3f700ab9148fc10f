-- Refunds (trả lại tiền): asked for by one, approved by another, paid in cash, by the bank or at the gateway that took the money.

create table refund (
  commune_code text not null,
  id uuid not null unique,
  payable_id uuid not null,
  amount bigint not null check (amount > 0),
  way text not null check (way in ('cash', 'transfer', 'online')),
  payee text not null check (payee <> '' and length(payee) <= 200),
  account text check (account <> '' and length(account) <= 120),
  reason text not null check (reason <> '' and length(reason) <= 500),
  state text not null check (state in ('asked', 'approved', 'sending', 'failed', 'paid', 'refused', 'withdrawn')),
  asked_at timestamptz not null,
  asked_by uuid not null,
  asked_by_name text not null check (asked_by_name <> ''),
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  decision_words text check (decision_words <> ''),
  online_payment_id uuid,
  gateway text,
  request_number text check (request_number ~ '^[A-Z0-9]{12,32}$'),
  tries integer not null default 0 check (tries >= 0),
  next_at timestamptz,
  code text check (length(code) <= 20),
  paid_amount bigint check (paid_amount > 0),
  beyond boolean not null default false,
  evidence text check (evidence <> '' and length(evidence) <= 200),
  ended_at timestamptz,
  ended_by uuid,
  ended_by_name text,
  end_reason text check (end_reason <> ''),
  primary key (commune_code, id),
  unique (gateway, request_number),
  foreign key (commune_code, payable_id) references payable (commune_code, id) on delete cascade deferrable initially immediate,
  foreign key (commune_code, online_payment_id) references online_payment (commune_code, id) on delete cascade deferrable initially immediate,
  -- Whoever asks for it is never the one who approves it.
  check (decided_by <> asked_by),
  check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (decided_by_name is null)),
  check (decided_at is not null or state in ('asked', 'withdrawn')),
  check (way <> 'transfer' or account is not null),
  check ((way = 'online') = (online_payment_id is not null) and (way = 'online') = (gateway is not null) and (way = 'online') = (request_number is not null)),
  check (state not in ('sending', 'failed') or way = 'online'),
  check ((state = 'paid') = (evidence is not null) and (state = 'paid') = (paid_amount is not null)),
  check ((state in ('paid', 'refused', 'withdrawn')) = (ended_at is not null)),
  check (next_at is null or state = 'sending')
);
create index refund_payable on refund (commune_code, payable_id, asked_at);
create index refund_under_way on refund (commune_code, asked_at) where ended_at is null;
create index refund_due on refund (next_at) where next_at is not null;
comment on table refund is 'Đề nghị trả lại tiền: what is owed back to a payer, from the request to the money. What was paid is also a payment_refund.';
comment on column refund.request_number is 'The idempotency key at the gateway: the same request sent again is the same refund there.';
comment on column refund.beyond is 'The gateway paid it although its money had been paid back in another way: no payment_refund, to be claimed from the payer.';
comment on column refund.evidence is 'Number of the voucher, of the bank''s order or of the gateway''s transaction.';

alter table payment_refund drop constraint payment_refund_method_check, add constraint payment_refund_method_check check (method in ('cash', 'transfer', 'online'));
alter table online_message drop constraint online_message_way_check, add constraint online_message_way_check check (way in ('callback', 'return', 'query', 'refund-answer', 'refund-callback'));
comment on column online_message.way is 'refund-…: about money that goes back.';

select protect_tenant_table('refund');
revoke update, delete, truncate on refund from xaso_app;
grant update (state, decided_at, decided_by, decided_by_name, decision_words, tries, next_at, code, paid_amount, beyond, evidence, ended_at, ended_by, ended_by_name, end_reason) on refund to xaso_app;
