-- Single sign-on by OpenID Connect: tries that wait for their answer, sessions of citizens, and which identity is which account of staff.

create table sign_on_attempt (
  state_hash text primary key check (state_hash ~ '^[0-9a-f]{64}$'),
  browser_hash text not null check (browser_hash ~ '^[0-9a-f]{64}$'),
  provider text not null,
  nonce text not null,
  verifier text not null,
  return_path text not null check (return_path ~ '^/'),
  linking_staff_id uuid,
  started_at timestamptz not null,
  used_at timestamptz,
  check (used_at is null or (nonce = '' and verifier = ''))
);
create index sign_on_attempt_started on sign_on_attempt (started_at);
comment on table sign_on_attempt is 'A sign-in that was sent to an identity provider and waits for its answer: ten minutes, once, in one browser. Nobody is known yet, so it belongs to no commune.';
comment on column sign_on_attempt.state_hash is 'sha256 of the state that travels through the browser.';
comment on column sign_on_attempt.browser_hash is 'sha256 of the secret in the cookie of the browser that began.';
comment on column sign_on_attempt.linking_staff_id is 'The signed-in member of staff who wants to tie an identity to the own account; null for a sign-in.';
comment on column sign_on_attempt.used_at is 'When the answer came: it counts once, and its secrets are forgotten.';

create table citizen_session (
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  commune_code text not null references commune,
  id uuid not null,
  citizen_number text not null check (citizen_number ~ '^[0-9]{12}$'),
  full_name text not null,
  assurance integer not null check (assurance in (1, 2)),
  provider text not null,
  subject text not null,
  opened_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null,
  user_agent text not null,
  primary key (commune_code, id)
);
create index citizen_session_of on citizen_session (commune_code, citizen_number);
create index citizen_session_subject on citizen_session (provider, subject);
create index citizen_session_expires on citizen_session (expires_at);
comment on table citizen_session is 'Sessions of citizens who signed in with an electronic identity. They are deleted when they end: of a visit nothing stays but the journal.';
comment on column citizen_session.token_hash is 'sha256 of the secret in the cookie.';
comment on column citizen_session.assurance is 'Level of the electronic identity (NĐ 69/2024/NĐ-CP as amended by NĐ 320/2026), as the provider said at this sign-in.';
comment on column citizen_session.subject is 'Who it is at the provider: a log-out told by the provider names it.';

create table staff_sign_on_link (
  commune_code text not null references commune,
  id uuid not null,
  staff_id uuid not null,
  provider text not null,
  kind text not null check (kind in ('subject', 'email', 'staff-code')),
  value text not null check (value <> '' and length(value) <= 255),
  linked_at timestamptz not null,
  linked_by uuid not null,
  primary key (commune_code, id),
  unique (provider, kind, value),
  unique (commune_code, staff_id, provider, kind),
  foreign key (commune_code, staff_id) references staff (commune_code, id) on delete cascade,
  foreign key (commune_code, linked_by) references staff (commune_code, id)
);
comment on table staff_sign_on_link is 'Which identity of a provider signs in as which member of staff. Made by the signed-in person or by an administrator, never from a name.';
comment on column staff_sign_on_link.kind is 'subject: the identity itself. email, staff-code: what an administrator said beforehand; the first sign-in ties the subject.';

select protect_tenant_table('citizen_session');
select protect_tenant_table('staff_sign_on_link');

revoke truncate on sign_on_attempt, citizen_session, staff_sign_on_link from xaso_app;
revoke update on staff_sign_on_link from xaso_app;
