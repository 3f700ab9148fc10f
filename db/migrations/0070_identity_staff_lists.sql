-- Identity: a password that somebody else made must be changed at the first sign-in; staff have a phone and a personal number, so that a list of
-- them can be compared with who is here.

alter table staff
  add column must_change_password boolean not null default false,
  add column citizen_number text check (citizen_number ~ '^[0-9]{12}$'),
  add column phone text check (phone ~ '^0[0-9]{9}$');
comment on column staff.must_change_password is 'The password was made by somebody else and handed over on paper: until the person changes it, a session reaches the own account only.';
comment on column staff.citizen_number is 'Personal number of a member of staff, from the list of staff; by it somebody is recognised whose user name the list does not have.';
comment on column staff.phone is 'Telephone of a member of staff at work, from the list of staff.';

-- A user name exists once in the installation; which of some names are taken in other communes is answered with the names alone, as the unique key would.
create function user_names_taken(p_names text[], p_commune text) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select user_name from staff where user_name = any(p_names) and commune_code <> p_commune
$$;
comment on function user_names_taken(text[], text) is 'Which of these user names somebody outside of the commune has.';
revoke execute on function user_names_taken(text[], text) from public;
grant execute on function user_names_taken(text[], text) to xaso_app;
