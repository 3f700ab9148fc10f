-- Certification (chứng thực): what is certified, for what fee, and the yearly books with their numbers.

create table certification (
  commune_code text not null,
  dossier_id uuid not null,
  procedure_code text not null,
  book text,
  requester_name text not null check (requester_name <> ''),
  identity_paper text,
  place text,
  fee bigint not null check (fee >= 0),
  fee_basis text not null check (fee_basis <> ''),
  created_at timestamptz not null,
  created_by uuid not null,
  signed_at timestamptz,
  signed_by uuid,
  signed_by_name text,
  signed_by_title text,
  lane_ms integer check (lane_ms between 1 and 86400000),
  printed_at timestamptz,
  primary key (commune_code, dossier_id),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade,
  check ((signed_at is null) = (signed_by is null) and (signed_at is null) = (signed_by_name is null) and (signed_at is null) = (signed_by_title is null)),
  check ((lane_ms is null) = (printed_at is null))
);
create index certification_day on certification (commune_code, created_at);
comment on table certification is 'One visit to the certification lane; the dossier itself goes its ordinary way.';
comment on column certification.book is 'Symbol of the book that it is entered in, such as SCT/BS; null: it has no certification number (a copy from the register).';
comment on column certification.fee is 'Whole đồng for all documents and copies, by the rule in force on the day; fee_basis says which.';
comment on column certification.place is 'Where it was certified when not at the office (NĐ 23/2015, Điều 10): then the hour is told too.';
comment on column certification.lane_ms is 'Measured: milliseconds from the first key to the print.';

create table certified_document (
  commune_code text not null,
  dossier_id uuid not null,
  id uuid not null,
  position integer not null check (position >= 0),
  name text not null check (name <> ''),
  pages integer not null check (pages between 1 and 9999),
  copies integer not null check (copies between 1 and 999),
  fee bigint not null check (fee >= 0),
  book text,
  book_year integer check (book_year between 2015 and 2999),
  book_volume integer check (book_volume > 0),
  number integer check (number > 0),
  primary key (commune_code, dossier_id, id),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade,
  check ((number is null) = (book_year is null) and (number is null) = (book_volume is null)),
  check (number is null or book is not null)
);
create unique index certified_document_number on certified_document (commune_code, book, book_year, number) where number is not null;
comment on table certified_document is 'One kind of document certified at one time: one number, however many copies (TT 01/2020/TT-BTP, Điều 4).';
comment on column certified_document.number is 'Taken when the signer signs, from 1 every year, without gaps; never changed.';

-- A number in a book is for ever.
create function certification_number_stays() returns trigger
language plpgsql as $$
begin
  raise exception 'the certification number of document % is never changed', old.id using errcode = 'insufficient_privilege';
end $$;

create trigger certification_number_stays before update on certified_document
  for each row when (old.number is not null and (old.number, old.book, old.book_year, old.book_volume) is distinct from (new.number, new.book, new.book_year, new.book_volume))
  execute function certification_number_stays();

revoke truncate on certification, certified_document from xaso_app;
