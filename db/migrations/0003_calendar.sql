-- Working calendar of a commune: rows with validity dates; overrides win over the week (legal clock).

create table working_session (
  commune_code text not null references commune,
  id uuid not null,
  weekday integer not null check (weekday between 1 and 7),
  opens text not null check (opens ~ '^[0-2][0-9]:[0-5][0-9]$'),
  closes text not null check (closes ~ '^[0-2][0-9]:[0-5][0-9]$' and closes > opens),
  valid_from date not null,
  valid_to date,
  primary key (commune_code, id)
);
comment on column working_session.weekday is 'ISO weekday: 1 Monday … 7 Sunday.';

create table calendar_day (
  commune_code text not null references commune,
  day date not null,
  kind text not null check (kind in ('statutory', 'compensatory', 'swap-off', 'make-up-work')),
  name text not null,
  basis text,
  status text not null check (status in ('confirmed', 'law-fixed', 'expected', 'estimate')),
  primary key (commune_code, day)
);
