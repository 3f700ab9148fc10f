-- Fees: what a dossier is charged, line by line with basis and the one exemption that was applied; amounts of the province from a day on.

create table fee_rate (
  commune_code text not null references commune deferrable,
  id uuid not null,
  seq bigint generated always as identity,
  code text not null check (code <> '' and code = btrim(code)),
  kind text not null check (kind in ('service-fee', 'state-charge', 'service-price')),
  unit text not null check (unit in ('case', 'page', 'copy', 'paper', 'person')),
  label text not null check (btrim(label) <> ''),
  amount bigint check (amount between 0 and 1000000000),
  basis text not null check (btrim(basis) <> ''),
  valid_from date not null check (valid_from >= '2017-01-01'),
  entered_at timestamptz not null,
  entered_by uuid not null,
  entered_by_name text not null check (entered_by_name <> ''),
  primary key (commune_code, id)
);
create index fee_rate_code on fee_rate (commune_code, code, valid_from, seq);
comment on table fee_rate is 'Append-only: amounts that the People''s Council of the province (or the office, for a service price) sets, each from a day on; of one day the one entered last holds.';
comment on column fee_rate.code is 'Charge that it is the amount of, such as civil-status:1.001193 or procedure:1.001612.';
comment on column fee_rate.amount is 'Whole đồng for one unit; null: not charged any more from the day.';
select protect_tenant_table('fee_rate');
revoke update, delete, truncate on fee_rate from xaso_app;

create table fee_online_exemption (
  commune_code text not null references commune deferrable,
  id uuid not null,
  seq bigint generated always as identity,
  percent integer check (percent between 1 and 100),
  kinds text[] not null check (kinds <@ array['service-fee', 'state-charge', 'service-price'] and (percent is null or cardinality(kinds) > 0)),
  basis text not null check (btrim(basis) <> ''),
  valid_from date not null check (valid_from >= '2017-01-01'),
  entered_at timestamptz not null,
  entered_by uuid not null,
  entered_by_name text not null check (entered_by_name <> ''),
  primary key (commune_code, id)
);
create index fee_online_exemption_day on fee_online_exemption (commune_code, valid_from, seq);
comment on table fee_online_exemption is 'Append-only: what the province takes off dossiers filed online, each from a day on.';
comment on column fee_online_exemption.percent is '100: nought đồng; null: it ended on the day.';
select protect_tenant_table('fee_online_exemption');
revoke update, delete, truncate on fee_online_exemption from xaso_app;

create table fee_assessment (
  commune_code text not null,
  dossier_id uuid not null,
  version integer not null check (version > 0),
  rule_day date not null,
  channel text not null check (channel in ('counter', 'online', 'post', 'kiosk', 'home')),
  filed_on date not null check (filed_on <= rule_day),
  event_day date check (event_day <= filed_on),
  items jsonb not null check (jsonb_typeof(items) = 'array'),
  claims jsonb not null check (jsonb_typeof(claims) = 'array'),
  pending jsonb not null check (jsonb_typeof(pending) = 'array'),
  total bigint not null check (total >= 0),
  assessed_at timestamptz not null,
  assessed_by uuid not null,
  assessed_by_name text not null check (assessed_by_name <> ''),
  synthetic boolean not null default false,
  primary key (commune_code, dossier_id),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade deferrable
);
comment on table fee_assessment is 'The fees of a dossier as they stand: what was asked for, by the rules of which day, and the sum of its lines.';
comment on column fee_assessment.rule_day is 'The day whose rules hold: that of the reception.';
comment on column fee_assessment.filed_on is 'The day on which it was filed; whether it was on time is reckoned from it.';
comment on column fee_assessment.event_day is 'Day of the birth or death that is registered, where being on time decides.';
comment on column fee_assessment.pending is 'Charges that could not be said: the province''s amount, the pages or the day of the event were missing.';
select protect_tenant_table('fee_assessment');
revoke truncate on fee_assessment from xaso_app;

create table fee_line (
  commune_code text not null,
  dossier_id uuid not null,
  position integer not null check (position >= 0),
  code text not null check (code <> ''),
  kind text not null check (kind in ('service-fee', 'state-charge', 'service-price')),
  label text not null check (label <> ''),
  label_en text,
  unit text not null check (unit in ('case', 'page', 'copy', 'paper', 'person')),
  base bigint not null check (base >= 0),
  pages integer check (pages between 1 and 9999),
  quantity integer not null check (quantity between 1 and 9999),
  before bigint not null,
  amount bigint not null,
  basis text not null check (basis <> ''),
  exemption_code text,
  exemption_label text,
  exemption_label_en text,
  exemption_percent integer check (exemption_percent between 1 and 100),
  exemption_basis text,
  exemption_proof text,
  zero_reason text check (zero_reason <> ''),
  primary key (commune_code, dossier_id, position),
  foreign key (commune_code, dossier_id) references fee_assessment (commune_code, dossier_id) on delete cascade deferrable,
  constraint fee_line_before check (before = base * quantity),
  constraint fee_line_amount check (amount between 0 and before),
  -- Less than the price only by a rule that is named; nought only with its reason.
  constraint fee_line_exemption check ((exemption_code is null) = (exemption_basis is null) and (exemption_code is null) = (exemption_percent is null) and (exemption_code is null) = (exemption_label is null)
    and (amount = before or exemption_code is not null) and (exemption_proof is null or exemption_code is not null)),
  constraint fee_line_zero check ((amount = 0) = (zero_reason is not null))
);
comment on table fee_line is 'One charge of a dossier: phí, lệ phí or giá dịch vụ, with its price, what it would be and what is left after the one exemption that was applied.';
comment on column fee_line.base is 'Price of one unit in whole đồng; 0 where an exemption makes an unknown one needless.';
comment on column fee_line.pages is 'Pages of the original, where the price goes by pages.';
comment on column fee_line.zero_reason is 'Why nothing is paid; a charge of nought is kept as such.';
select protect_tenant_table('fee_line');
revoke truncate on fee_line from xaso_app;

create table fee_change (
  commune_code text not null,
  dossier_id uuid not null,
  version integer not null check (version > 0),
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null check (by_name <> ''),
  reason text,
  total_before bigint,
  total bigint not null check (total >= 0),
  lines jsonb not null check (jsonb_typeof(lines) = 'array'),
  primary key (commune_code, dossier_id, version),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade deferrable,
  check ((version = 1) = (total_before is null)),
  constraint fee_change_reason check (version = 1 or btrim(coalesce(reason, '')) <> '')
);
comment on table fee_change is 'Append-only: every state of the fees of a dossier, with who changed them and why.';
select protect_tenant_table('fee_change');
revoke update, delete, truncate on fee_change from xaso_app;
