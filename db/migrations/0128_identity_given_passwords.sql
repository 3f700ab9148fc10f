-- Identity: a password that somebody else made counts for some days only, so that a slip which nobody used is of no use to whoever finds it.

alter table staff add column password_given_at timestamptz;
comment on column staff.password_given_at is 'When somebody else made the password and handed it over; null once the person has chosen an own one. It opens a session for as many days as the office says.';
-- Of those given before, the moment was not kept: their days begin now.
update staff set password_given_at = now() where must_change_password;
alter table staff add constraint staff_given_password check (must_change_password = (password_given_at is not null));
