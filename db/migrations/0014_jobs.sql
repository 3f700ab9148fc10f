-- Background work: what happened is told to its subscribers, one task each; jobs on a schedule are claimed by one process at a time.

alter table outbox drop column attempts, drop column last_error;
comment on table outbox is 'What happened, written in the transaction in which it happened. done_at: when it was handed to its subscribers.';
-- Nobody listened before this migration, and what is long past is not told as news.
update outbox set done_at = created_at where done_at is null;

create table outbox_task (
  commune_code text not null,
  message_id uuid not null,
  subscriber text not null check (subscriber <> ''),
  state text not null check (state in ('waiting', 'dead')),
  attempts integer not null check (attempts >= 0),
  next_at timestamptz not null,
  last_error text,
  primary key (commune_code, message_id, subscriber),
  foreign key (commune_code, message_id) references outbox (commune_code, id) on delete cascade
);
create index outbox_task_due on outbox_task (next_at) where state = 'waiting';
create index outbox_task_dead on outbox_task (commune_code, next_at) where state = 'dead';
comment on table outbox_task is 'One subscriber''s work on one message; it goes when the work is done. dead: given up until somebody has it tried again.';
comment on column outbox_task.next_at is 'When it is tried next; while somebody works on it, when it counts as abandoned.';

create table scheduled_job (
  name text primary key check (name <> ''),
  next_at timestamptz not null,
  claimed_until timestamptz,
  last_started_at timestamptz,
  last_finished_at timestamptz,
  failures integer not null default 0 check (failures >= 0),
  last_error text
);
comment on table scheduled_job is 'When each job of the program runs next. claimed_until: one process is at it until then at the latest. failures: since it last went well.';

revoke truncate on outbox, outbox_task, scheduled_job from xaso_app;

create function unreferenced_files(p_before timestamptz) returns table (commune text, sha256 text)
language sql stable as $$
  select f.commune_code, f.sha256 from stored_file f
  where f.stored_at < p_before
    and not exists (select from paper_file p where p.commune_code = f.commune_code and p.sha256 = f.sha256)
    and not exists (select from dossier_delivery d where d.commune_code = f.commune_code and d.proof_sha256 = f.sha256)
    and (f.commune_code, f.sha256) not in (
      select k.commune_code, one->>'sha256' from kept_paper k cross join jsonb_array_elements(k.files) one where one->>'sha256' is not null)
  order by f.stored_at
$$;
comment on function unreferenced_files is 'Candidates for forget_stored_file, which looks again under a lock: foreign keys that are not named here keep their files all the same.';

-- The application may not delete from stored_file. This is the one way out for a file: old enough, and named by nobody. The row is locked
-- first and looked at afterwards, so that whoever is just attaching it wins.
create function forget_stored_file(p_commune text, p_sha256 text, p_before timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from stored_file where commune_code = p_commune and sha256 = p_sha256 and stored_at < p_before for update skip locked;
  if not found then return false; end if;
  if exists (select from kept_paper where commune_code = p_commune and files @> jsonb_build_array(jsonb_build_object('sha256', p_sha256))) then return false; end if;
  delete from stored_file where commune_code = p_commune and sha256 = p_sha256;
  return true;
exception when foreign_key_violation then return false;
end $$;
comment on function forget_stored_file is 'Removes the row of a file that no table refers to and that was stored before p_before; false when it stays.';
