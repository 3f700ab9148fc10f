-- The inbox of each member of staff: what the office tells somebody, once.

create table staff_notice (
  commune_code text not null references commune,
  staff_id uuid not null,
  id uuid not null,
  key text not null check (key <> ''),
  kind text not null check (kind <> ''),
  dossier_id uuid,
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  told_at timestamptz not null,
  read_at timestamptz,
  primary key (commune_code, staff_id, id),
  unique (commune_code, staff_id, key),
  foreign key (commune_code, staff_id) references staff (commune_code, id) on delete cascade,
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade
);
create index staff_notice_newest on staff_notice (commune_code, staff_id, told_at desc, id desc);
create index staff_notice_unread on staff_notice (commune_code, staff_id) where read_at is null;
comment on table staff_notice is 'What a member of staff was told in the office''s own inbox. key says what it is about: nobody is told the same twice.';

revoke truncate on staff_notice from xaso_app;

-- An urging whose dossier ended before it was answered is over; when the dossier is reopened it can be urged anew.
alter table dossier_urge add column closed_at timestamptz;
drop index dossier_urge_one_open;
create unique index dossier_urge_one_open on dossier_urge (commune_code, dossier_id) where answered_at is null and closed_at is null;
comment on column dossier_urge.closed_at is 'Closed without an answer: the work had ended, and later it was urged anew.';
