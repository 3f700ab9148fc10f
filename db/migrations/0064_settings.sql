-- Settings hold from a day on, on two levels, and the database itself keeps their history: whoever writes one, its change is written down.

alter table setting
  add column valid_from date not null default '1900-01-01',
  add column fixed boolean not null default false,
  add column withdrawn boolean not null default false,
  add column changed_by_name text,
  add column reason text,
  drop constraint setting_pkey,
  add primary key (commune_code, key, valid_from),
  add constraint setting_fixed_above check (not fixed or commune_code = '*');
comment on table setting is 'Values of settings, each from a day on; commune_code ''*'' is the whole installation, whose value a commune inherits.';
comment on column setting.value is 'The JSON value; JSON null says that from this day on the level has no value of its own.';
comment on column setting.valid_from is 'First day of the value; 1900-01-01 where a setting has no days.';
comment on column setting.fixed is 'A commune cannot have another value while this one of the installation holds.';
comment on column setting.withdrawn is 'The value was taken back before its day came; it counts as never entered.';
comment on column setting.reason is 'Why it was changed, in the words of whoever did it.';

create table setting_change (
  commune_code text not null,
  id bigint generated always as identity,
  key text not null,
  valid_from date not null,
  value jsonb not null,
  fixed boolean not null,
  withdrawn boolean not null,
  at timestamptz not null,
  actor_id uuid,
  actor_name text,
  reason text,
  primary key (commune_code, id)
);
create index setting_change_of on setting_change (commune_code, key, id);
comment on table setting_change is 'Append-only: every row of setting as it was written, by a trigger, so that no way of writing leaves it out.';

insert into setting_change (commune_code, key, valid_from, value, fixed, withdrawn, at, actor_id, actor_name, reason)
select commune_code, key, valid_from, value, fixed, withdrawn, changed_at, changed_by, changed_by_name, reason from setting order by changed_at, commune_code, key;

create function record_setting_change() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (old.value, old.fixed, old.withdrawn) is not distinct from (new.value, new.fixed, new.withdrawn) then return null; end if;
  insert into setting_change (commune_code, key, valid_from, value, fixed, withdrawn, at, actor_id, actor_name, reason)
  values (new.commune_code, new.key, new.valid_from, new.value, new.fixed, new.withdrawn, new.changed_at, new.changed_by, new.changed_by_name, new.reason);
  return null;
end $$;
create trigger setting_history after insert or update on setting for each row execute function record_setting_change();

-- The trigger writes as the owner: the application can neither add to the history by hand nor change it, nor hang the trigger on a table of its own.
revoke execute on function record_setting_change() from public, xaso_app;
revoke insert, update, delete, truncate on setting_change from xaso_app;
revoke truncate on setting from xaso_app;
