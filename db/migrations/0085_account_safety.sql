-- Account safety: two administrators together let somebody in again who lost the password and every second factor.

create table account_recovery (
  commune_code text not null,
  id uuid not null,
  staff_id uuid not null,
  state text not null check (state in ('started', 'approved', 'used', 'cancelled', 'expired')),
  reason text not null check (btrim(reason) <> ''),
  started_by uuid not null,
  started_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  code_hash text,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (commune_code, id),
  foreign key (commune_code, staff_id) references staff (commune_code, id) on delete cascade deferrable,
  foreign key (commune_code, started_by) references staff (commune_code, id) on delete cascade deferrable,
  foreign key (commune_code, approved_by) references staff (commune_code, id) on delete cascade deferrable,
  -- The two are two, and neither is the person: whatever the program believes.
  constraint account_recovery_three_people check (started_by <> staff_id and approved_by is distinct from started_by and approved_by is distinct from staff_id),
  check ((approved_by is null) = (approved_at is null) and (approved_by is null) = (code_hash is null)),
  constraint account_recovery_approved check (state not in ('approved', 'used') or approved_by is not null),
  check (state <> 'started' or approved_by is null),
  check ((ended_at is null) = (state in ('started', 'approved')))
);
create unique index account_recovery_open on account_recovery (commune_code, staff_id) where state in ('started', 'approved');
create index account_recovery_code on account_recovery (commune_code, staff_id, code_hash) where code_hash is not null;
comment on table account_recovery is 'One administrator starts, a second one approves, then a code handed over in person sets a new password once. At most one is open for a person.';
comment on column account_recovery.code_hash is 'HMAC-SHA256 of the code under a key made from the installation''s secret key: a copy of the database lets nobody in.';
comment on column account_recovery.expires_at is 'Started: when it can no longer be approved. Approved: when the code ends, 24 hours after the approval.';

-- Who is to be let in, why, and who began it stay as they were written.
revoke update, delete, truncate on account_recovery from xaso_app;
grant update (state, approved_by, approved_at, code_hash, expires_at, ended_at, ended_by) on account_recovery to xaso_app;

-- What was used, cancelled or has expired is over, and an approval is given once.
create function keep_account_recovery() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or (old.approved_by is not null and new.approved_by is distinct from old.approved_by) or (old.code_hash is not null and new.code_hash is distinct from old.code_hash) then
    raise exception 'a recovery of an account that is over or approved stays as it is' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger account_recovery_stays before update on account_recovery for each row
  when (current_user = 'xaso_app') execute function keep_account_recovery();

select protect_tenant_table('account_recovery');
