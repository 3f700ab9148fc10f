-- Versions of procedures that the office published and took back.


create table procedure_withdrawal (
  code text not null,
  version integer not null check (version >= 1000),
  withdrawn_at timestamptz not null,
  primary key (code, version),
  foreign key (code, version) references procedure_version (code, version)
);
comment on table procedure_withdrawal is 'Append-only: versions of an office that apply no more, whatever their days say; dossiers received under them keep them. Versions below 1000 come with the program and end by their days.';
revoke update, delete, truncate on procedure_withdrawal from xaso_app;
