-- What every process of an installation keeps in memory (procedures, forms, rates) changes while they run: each topic has a counter that
-- counts every change in the transaction that makes it, and a message for whoever listens.

create table reference_version (
  topic text primary key check (topic <> ''),
  version bigint not null check (version > 0)
);
comment on table reference_version is 'Counts the changes of each kind of reference data. Processes that keep such data in memory compare the counter and read again.';

-- Only the triggers count, whoever writes and however.
revoke insert, update, delete, truncate on reference_version from xaso_app;

create function count_reference_change() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- The row stays locked until the end of the transaction: whoever reads the next number reads what belongs to it too.
  insert into reference_version (topic, version) values (tg_argv[0], 1)
  on conflict (topic) do update set version = reference_version.version + 1;
  perform pg_notify('xaso_reference', tg_argv[0]);
  return null;
end $$;
revoke execute on function count_reference_change() from public, xaso_app;

create function tell_reference_changes(p_table regclass, p_topic text) returns void
language plpgsql as $$
begin
  execute format('create trigger reference_changed after insert or update or delete or truncate on %s for each statement execute function count_reference_change(%L)', p_table, p_topic);
end $$;
comment on function tell_reference_changes(regclass, text) is 'For migrations: every change of the table is told to all processes under the topic.';
revoke execute on function tell_reference_changes(regclass, text) from public, xaso_app;

select tell_reference_changes('procedure_version', 'procedures');
select tell_reference_changes('procedure_withdrawal', 'procedures');
select tell_reference_changes('procedure_completion', 'procedures');
select tell_reference_changes('form_version', 'forms');
select tell_reference_changes('fee_rate', 'fees');
select tell_reference_changes('fee_online_exemption', 'fees');
