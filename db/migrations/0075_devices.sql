-- Devices of the office (kiosks, displays, counter screens): paired by a code, known by a key that changes, ended when a key comes twice.

create table device_pairing (
  browser_hash text primary key check (browser_hash ~ '^[0-9a-f]{64}$'),
  code_digest text not null unique check (code_digest ~ '^[0-9a-f]{64}$'),
  began_at timestamptz not null,
  address text not null,
  user_agent text not null,
  device_id uuid,
  accepted_at timestamptz,
  claimed_at timestamptz,
  check ((device_id is null) = (accepted_at is null)),
  check (claimed_at is null or accepted_at is not null)
);
create index device_pairing_began on device_pairing (began_at);
create index device_pairing_address on device_pairing (address);
comment on table device_pairing is 'A browser that shows a pairing code and waits: ten minutes, for one device. Nobody is known yet, so it belongs to no commune.';
comment on column device_pairing.browser_hash is 'sha256 of the secret in the cookie of the browser that shows the code.';
comment on column device_pairing.code_digest is 'A digest of the code that only this installation can make.';
comment on column device_pairing.claimed_at is 'When the browser took its key: once.';

create table device (
  commune_code text not null references commune deferrable initially immediate,
  id uuid not null unique,
  kind text not null check (kind in ('kiosk', 'display', 'counter-screen')),
  name text not null check (name <> '' and length(name) <= 60),
  place text not null check (length(place) <= 60),
  unit_id uuid,
  paired_at timestamptz not null,
  paired_by uuid not null,
  claimed_at timestamptz,
  last_seen_at timestamptz,
  last_address text not null,
  user_agent text not null,
  browser text not null,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text check (end_reason in ('revoked', 'replayed', 'other-browser')),
  primary key (commune_code, id),
  foreign key (commune_code, unit_id) references unit (commune_code, id) deferrable initially immediate,
  check ((ended_at is null) = (end_reason is null))
);
comment on table device is 'A device of the office that an administrator paired. It is nobody and sees nobody’s data; ended ones stay as a record.';
comment on column device.kind is 'kiosk: people use it themselves. display: read from afar. counter-screen: read across the table.';
comment on column device.browser is 'The kind of browser and system that it is bound to, such as firefox/linux.';
comment on column device.paired_by is 'The administrator; the journal has the whole of it.';
comment on column device.end_reason is 'revoked: by an administrator. replayed: a former key came again. other-browser: its key came from another kind of browser.';

create table device_token (
  commune_code text not null,
  device_id uuid not null,
  generation integer not null check (generation > 0),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  issued_at timestamptz not null,
  first_used_at timestamptz,
  retired_at timestamptz,
  primary key (commune_code, device_id, generation),
  foreign key (commune_code, device_id) references device (commune_code, id) on delete cascade deferrable initially immediate
);
comment on table device_token is 'The keys of a device, one after another. A key that was followed by the next and comes again was copied.';
comment on column device_token.retired_at is 'When a later key was used for the first time: from then on this one is nobody’s.';

alter table guess drop constraint guess_purpose_check;
alter table guess add constraint guess_purpose_check check (purpose in ('sign-in', 'tracking', 'paper', 'second-factor', 'device-pairing'));

select protect_tenant_table('device');
select protect_tenant_table('device_token');

revoke truncate on device_pairing, device, device_token from xaso_app;
revoke delete on device from xaso_app;
