-- Identity: sessions that their owner can tell apart and end, guesses that slow down, computers known from earlier sign-ins.

-- Sessions made before they had an id of their own cannot be listed: whoever has one signs in again.
delete from staff_session;
alter table staff_session
  add column id uuid not null unique,
  add column address text not null;
comment on column staff_session.id is 'What its owner sees and ends it by; says nothing about the token.';
comment on column staff_session.address is 'Where it was opened from, so that its owner can recognise it.';

alter table guess add column last_wrong_at timestamptz not null default now();
comment on column guess.last_wrong_at is 'When the newest wrong guess of this quarter of an hour came: the growing delay counts from it.';
comment on column guess.subject is 'A digest of whatever is being guarded, with its kind in front; never what a person typed.';

create table known_device (
  token_hash text not null,
  commune_code text not null,
  staff_id uuid not null,
  last_used_at timestamptz not null,
  primary key (token_hash, commune_code, staff_id),
  foreign key (commune_code, staff_id) references staff (commune_code, id) on delete cascade
);
create index known_device_of on known_device (commune_code, staff_id);
comment on table known_device is 'A browser from which this person has signed in before. Its wrong guesses are counted apart, so that a stranger who guesses at the same name or from the same address cannot keep the owner out.';
