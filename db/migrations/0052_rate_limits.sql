-- How often an address asked for a page that is limited: counted together by all processes of an office.
create unlogged table request_count (
  subject text primary key check (subject ~ '^[0-9a-f]{64}$'),
  window_start timestamptz not null,
  hits integer not null check (hits > 0)
);
create index request_count_old on request_count (window_start);
comment on table request_count is 'Requests of one address to one route within a minute. Not logged: after a crash everybody begins anew.';
comment on column request_count.subject is 'sha256 of route and address; no address is kept.';
