-- Who speaks for an installation that serves several communes: named by two people or at the machine, for some days, and ended with the account.

create table installation_administrator (
  commune_code text not null references commune deferrable,
  id uuid not null,
  staff_id uuid not null,
  staff_name text not null check (staff_name <> ''),
  commune_name text not null check (commune_name <> ''),
  valid_from date not null,
  valid_to date not null,
  reason text not null check (btrim(reason) <> ''),
  state text not null check (state in ('proposed', 'granted', 'declined', 'ended')),
  proposed_by uuid,
  proposed_by_name text,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  end_proposed_by uuid,
  end_proposed_by_name text,
  end_proposed_at timestamptz,
  end_reason text,
  ended_how text check (ended_how in ('agreed', 'command-line', 'account-closed')),
  ended_by uuid,
  ended_by_name text,
  ended_at timestamptz,
  primary key (commune_code, id),
  foreign key (commune_code, staff_id) references staff (commune_code, id) on delete cascade deferrable,
  constraint installation_administrator_days check (valid_to >= valid_from and valid_to <= valid_from + 731),
  -- Two people, whatever the program believes: nobody agrees to what he or she proposed, nor to the own naming.
  constraint installation_administrator_two_people check (state = 'declined' or decided_by is null or (decided_by is distinct from proposed_by and decided_by is distinct from staff_id)),
  constraint installation_administrator_two_end check (ended_by is null or ended_by is distinct from end_proposed_by),
  -- At the machine nobody agrees: what nobody of the office proposed was granted at once.
  constraint installation_administrator_decided check (
    case state when 'proposed' then decided_at is null and proposed_by is not null when 'granted' then (proposed_by is null) = (decided_by is null) else true end
  ),
  check ((ended_at is null) = (state <> 'ended') and (ended_how is null) = (ended_at is null)),
  check (ended_how is distinct from 'agreed' or (ended_by is not null and end_proposed_by is not null)),
  check ((end_proposed_by is null) = (end_proposed_at is null))
);
create unique index installation_administrator_proposed on installation_administrator (commune_code, staff_id) where state = 'proposed';
create index installation_administrator_of on installation_administrator (commune_code, staff_id) where state = 'granted';
comment on table installation_administrator is 'Who speaks for the whole installation from a day to a day, beside the positions in the own commune. commune_code is where the account is.';
comment on column installation_administrator.staff_name is 'As the person was called when named; commune_name likewise.';
comment on column installation_administrator.proposed_by is 'Null: named at the machine by whoever runs it.';

-- Who was named, for which days and why, stays as it was written; nothing of one that is over changes.
revoke update, delete, truncate on installation_administrator from xaso_app;
grant update (state, decided_by, decided_by_name, decided_at, end_proposed_by, end_proposed_by_name, end_proposed_at, end_reason, ended_how, ended_by, ended_by_name, ended_at) on installation_administrator to xaso_app;
create function keep_installation_administrator() returns trigger language plpgsql as $$
begin
  if old.state in ('declined', 'ended') or (old.decided_at is not null and new.decided_by is distinct from old.decided_by) then
    raise exception 'what was decided about an installation administrator stays as it is' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger installation_administrator_stays before update on installation_administrator for each row
  when (current_user = 'xaso_app') execute function keep_installation_administrator();

-- With the account everything ends that went beyond it, also when the account is opened again later.
create function end_installation_administrator() returns trigger language plpgsql as $$
begin
  update installation_administrator set state = 'ended', ended_how = 'account-closed', ended_at = now()
  where commune_code = new.commune_code and staff_id = new.id and state in ('proposed', 'granted');
  return null;
end $$;
create trigger staff_closed after update of active on staff for each row
  when (old.active and not new.active) execute function end_installation_administrator();

select protect_tenant_table('installation_administrator');
