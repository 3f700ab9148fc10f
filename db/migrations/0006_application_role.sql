-- The application works as a role that can add to history and journal but never change or remove what is there.

do $$
begin
  if not exists (select from pg_roles where rolname = 'xaso_app') then
    create role xaso_app nologin;
  end if;
  execute format('grant xaso_app to %I', current_user);
end $$;

grant usage on schema public to xaso_app;
grant select, insert, update, delete on all tables in schema public to xaso_app;
grant execute on all functions in schema public to xaso_app;
alter default privileges in schema public grant select, insert, update, delete on tables to xaso_app;
alter default privileges in schema public grant execute on functions to xaso_app;

revoke update, delete, truncate on journal, dossier_history, client_command from xaso_app;
revoke delete, truncate on journal_head, number_counter, stored_file from xaso_app;
revoke update, delete on procedure_version from xaso_app;
revoke insert, update, delete, truncate on schema_migration from xaso_app;
