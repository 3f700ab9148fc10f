-- Single sign-on of staff: which sessions the word of a provider opened, and log-outs that a provider told.

alter table citizen_session add column provider_session text check (length(provider_session) <= 255);
comment on column citizen_session.provider_session is 'The session at the provider (sid), where it says one: a log-out told by the provider names it.';

alter table staff_session
  add column provider text,
  add column subject text check (length(subject) <= 255),
  add column provider_session text check (length(provider_session) <= 255),
  add constraint staff_session_of_provider check ((provider is null) = (subject is null));
create index staff_session_subject on staff_session (provider, subject) where provider is not null;
comment on column staff_session.provider is 'The identity provider whose word opened the session; null for a password or a passkey.';
comment on column staff_session.subject is 'Who it is at the provider: a log-out told by the provider names it.';

alter table sign_in_attempt
  add column provider text,
  add column subject text check (length(subject) <= 255),
  add column provider_session text check (length(provider_session) <= 255);
comment on column sign_in_attempt.provider is 'The identity provider whose word was the first step.';

create table sign_on_logout (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  provider text not null,
  told_at timestamptz not null
);
create index sign_on_logout_told on sign_on_logout (told_at);
comment on table sign_on_logout is 'Log-outs that providers told, by a digest of their id: each counts once. Belongs to no commune.';
revoke truncate, update on sign_on_logout from xaso_app;
