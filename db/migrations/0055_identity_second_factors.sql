-- Identity: what people prove beside a password, how a lost proof is replaced, and how surely a session knows its person.

alter table staff_session
  add column assurance text not null default 'password' check (assurance in ('password', 'second-factor', 'passkey')),
  add column proven_at timestamptz;
update staff_session set proven_at = created_at;
alter table staff_session alter column proven_at set not null, alter column assurance drop default;
comment on column staff_session.assurance is 'How surely it is known who opened the session, or confirmed it since.';
comment on column staff_session.proven_at is 'When that was proved for the last time: some rights want it to be fresh.';

create table totp_factor (
  commune_code text not null,
  id uuid not null,
  staff_id uuid not null,
  sealed_secret text not null,
  last_step bigint,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_used_at timestamptz,
  primary key (commune_code, id),
  foreign key (commune_code, staff_id) references staff (commune_code, id) on delete cascade
);
create unique index totp_factor_confirmed on totp_factor (commune_code, staff_id) where confirmed_at is not null;
create unique index totp_factor_begun on totp_factor (commune_code, staff_id) where confirmed_at is null;
comment on table totp_factor is 'Codes from an app on the phone (RFC 6238): at most one that counts and one that waits for its first code.';
comment on column totp_factor.sealed_secret is 'AES-256-GCM under a key made from the installation''s secret key: a copy of the database makes no codes.';
comment on column totp_factor.last_step is 'The 30-second step of the last accepted code: that code and older ones are never accepted again.';

create table passkey (
  commune_code text not null,
  id uuid not null,
  staff_id uuid not null,
  name text not null check (name <> ''),
  credential_id text not null unique,
  public_key text not null,
  counter bigint not null,
  transports text[] not null default '{}',
  backed_up boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  suspended_at timestamptz,
  primary key (commune_code, id),
  foreign key (commune_code, staff_id) references staff (commune_code, id) on delete cascade
);
create index passkey_of on passkey (commune_code, staff_id);
comment on table passkey is 'Public keys of passkeys (WebAuthn level 3). The private ones never leave the person''s device.';
comment on column passkey.suspended_at is 'When its counter went backwards, as a copied key''s does: it is no longer accepted.';

create table recovery_code (
  commune_code text not null,
  staff_id uuid not null,
  code_hash text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (commune_code, staff_id, code_hash),
  foreign key (commune_code, staff_id) references staff (commune_code, id) on delete cascade
);
comment on table recovery_code is 'Ten codes on paper that stand in once each for a lost second factor. HMAC-SHA256 under a key made from the installation''s secret key.';

create table sign_in_attempt (
  token_hash text primary key,
  commune_code text not null,
  staff_id uuid not null,
  first_proof text not null check (first_proof in ('password', 'single-sign-on')),
  address text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  foreign key (commune_code, staff_id) references staff (commune_code, id) on delete cascade
);
create index sign_in_attempt_of on sign_in_attempt (commune_code, staff_id);
comment on table sign_in_attempt is 'A sign-in whose first step was right and whose second has not come. It opens nothing by itself.';

create table passkey_challenge (
  challenge text primary key,
  purpose text not null check (purpose in ('sign-in', 'second-step', 'enrol', 'step-up')),
  binding text not null,
  expires_at timestamptz not null
);
comment on table passkey_challenge is 'Challenges that browsers were given and have not answered: taken out by the first answer, right or wrong.';
comment on column passkey_challenge.binding is 'Digest of the secret of the session or sign-in that asked: an answer from elsewhere is refused.';

alter table guess drop constraint guess_purpose_check;
alter table guess add constraint guess_purpose_check check (purpose in ('sign-in', 'tracking', 'paper', 'second-factor'));

-- A demonstration goes on with its shared password, which everybody may read.
insert into setting (commune_code, key, value, changed_at)
  select distinct commune_code, 'identity.second-factor', '"offered"'::jsonb, now() from staff where synthetic
  on conflict do nothing;

select protect_tenant_table('totp_factor');
select protect_tenant_table('passkey');
select protect_tenant_table('recovery_code');
select protect_tenant_table('sign_in_attempt');
