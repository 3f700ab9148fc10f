-- Official papers (TT 03/2025/TT-VPCP): every paper that was issued, with its number and what was printed on it.

create table official_paper (
  commune_code text not null references commune,
  id uuid not null,
  kind text not null check (kind in (
    'receipt', 'supplement', 'refusal', 'apology', 'stop', 'control-sheet', 'register-book', 'hand-over-slip', 'result-receipt', 'envelope-label')),
  year integer not null check (year between 2025 and 9999),
  number integer not null check (number > 0),
  dossier_id uuid,
  issued_at timestamptz not null,
  issued_by uuid,
  issued_by_name text not null,
  view jsonb not null check (jsonb_typeof(view) = 'object'),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  verification_code text not null check (verification_code ~ '^[A-Z2-9]{12}$'),
  command_id uuid not null,
  voided_at timestamptz,
  voided_by uuid,
  voided_by_name text,
  void_reason text check (void_reason <> ''),
  replaced_by uuid,
  synthetic boolean not null,
  primary key (commune_code, id),
  unique (commune_code, kind, year, number),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id),
  foreign key (commune_code, replaced_by) references official_paper (commune_code, id),
  check ((voided_at is null) = (void_reason is null) and (voided_at is null) = (voided_by_name is null)),
  check (replaced_by is null or (voided_at is not null and replaced_by <> id))
);
create unique index official_paper_verification on official_paper (verification_code);
-- A command that is done twice issues nothing twice, whoever forgot to ask.
create unique index official_paper_command on official_paper (commune_code, command_id, kind, dossier_id) nulls not distinct;
create index official_paper_of on official_paper (commune_code, dossier_id, issued_at) where dossier_id is not null;
comment on table official_paper is 'Giấy tờ đã cấp: number without gaps per commune, kind and year; view is what was printed, so that printing again gives the same paper.';
comment on column official_paper.year is 'The local year of issue: numbers begin again at 1 on 1 January (NĐ 30/2020/NĐ-CP).';
comment on column official_paper.content_hash is 'sha256 of the view: the same content is not issued under a second number.';
comment on column official_paper.verification_code is 'Twelve signs of chance in the QR: whoever holds the paper can check it at /x/….';

create table official_paper_dossier (
  commune_code text not null,
  paper_id uuid not null,
  dossier_id uuid not null,
  primary key (commune_code, paper_id, dossier_id),
  foreign key (commune_code, paper_id) references official_paper (commune_code, id) on delete cascade,
  foreign key (commune_code, dossier_id) references dossier (commune_code, id)
);
create index official_paper_dossier_of on official_paper_dossier (commune_code, dossier_id);
comment on table official_paper_dossier is 'The dossiers of a paper that is about several, such as a hand-over slip.';

-- What was issued stays as it was; only its end is written into it.
revoke update, delete, truncate on official_paper, official_paper_dossier from xaso_app;
grant update (voided_at, voided_by, voided_by_name, void_reason, replaced_by) on official_paper to xaso_app;

-- Codes of papers are guessed at like codes of dossiers; both are counted.
alter table guess drop constraint guess_purpose_check;
alter table guess add constraint guess_purpose_check check (purpose in ('sign-in', 'tracking', 'paper'));
