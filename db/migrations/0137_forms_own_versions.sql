-- Versions of forms that an office publishes, and those that it took back.

-- What comes with the program is loaded by the owner alone; the application adds only the office's versions, numbered from 1000 on.
alter table form_version enable row level security;
create policy read_by_all on form_version for select to xaso_app using (true);
create policy office_versions on form_version for insert to xaso_app with check (version >= 1000);
grant insert on form_version to xaso_app;

create table form_withdrawal (
  code text not null,
  version integer not null check (version >= 1000),
  withdrawn_at timestamptz not null,
  primary key (code, version),
  foreign key (code, version) references form_version (code, version) deferrable initially immediate
);
comment on table form_withdrawal is 'Append-only: versions of an office with which nobody begins any more, whatever their days say; dossiers and drafts that began with them keep them.';
revoke update, delete, truncate on form_withdrawal from xaso_app;
select tell_reference_changes('form_withdrawal', 'forms');
