-- Life events: the list of what a family declares together after a birth, a death or a marriage.

create table life_bundle (
  commune_code text not null references commune (code) deferrable initially immediate,
  id uuid not null,
  event_code text not null check (event_code ~ '^[a-z][a-z0-9-]*$'),
  event_from date not null,
  token_hash text unique check (token_hash ~ '^[0-9a-f]{64}$'),
  code_digest text unique check (code_digest ~ '^[0-9a-f]{64}$'),
  opening_digits text check (opening_digits ~ '^[0-9]{4}$'),
  started_at timestamptz not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  closed_at timestamptz,
  primary key (commune_code, id),
  check (expires_at > started_at),
  check ((closed_at is null) = (token_hash is not null) and (token_hash is null) = (code_digest is null) and (closed_at is null or opening_digits is null))
);
create index life_bundle_expires on life_bundle (expires_at) where closed_at is null;
comment on table life_bundle is 'What a family declares together. It holds no answers and no name; it goes when its time is over or its person deletes it, but stays as long as dossiers were declared with it.';
comment on column life_bundle.event_from is 'First day of the version of the life event that it was begun with.';
comment on column life_bundle.token_hash is 'Of the secret of its address; empty once it is closed.';
comment on column life_bundle.code_digest is 'A digest, that only this installation can make, of the code by which it is opened on another device.';
comment on column life_bundle.opening_digits is 'Four digits that the person chose where no phone and no number stands in the answers.';
comment on column life_bundle.closed_at is 'When its person deleted the list, or its time was over; kept only where dossiers were declared with it.';

create table life_bundle_member (
  commune_code text not null,
  bundle_id uuid not null,
  key text not null check (key ~ '^[a-z][a-z0-9-]*$'),
  procedure_code text not null,
  wanted boolean not null,
  draft_id uuid,
  dossier_id uuid,
  begun_at timestamptz,
  sent_at timestamptz,
  primary key (commune_code, bundle_id, key),
  foreign key (commune_code, bundle_id) references life_bundle (commune_code, id) on delete cascade deferrable initially immediate,
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) deferrable initially immediate,
  check ((draft_id is null) = (begun_at is null)),
  check ((sent_at is null) = (dossier_id is null))
);
create unique index life_bundle_member_draft on life_bundle_member (commune_code, draft_id) where draft_id is not null;
create unique index life_bundle_member_dossier on life_bundle_member (commune_code, dossier_id) where dossier_id is not null;
comment on table life_bundle_member is 'One procedure of a bundle: whether the family needs it, the draft that it is declared in, and the dossier that it became.';
comment on column life_bundle_member.draft_id is 'The newest draft; a deleted or expired one is followed by another.';

select protect_tenant_table('life_bundle');
select protect_tenant_table('life_bundle_member');

revoke truncate on life_bundle, life_bundle_member from xaso_app;
