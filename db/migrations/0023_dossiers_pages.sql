-- Papers digitised at reception: how many pages a file and a paper have, what was looked up where, which originals are kept on which shelf.

alter table stored_file
  add column pages integer check (pages > 0),
  add column signed boolean,
  add column looks text check (looks in ('blank', 'blurred'));
comment on column stored_file.pages is 'Pages of a PDF, 1 for a picture; null for files that were taken before pages were counted.';
comment on column stored_file.signed is 'Whether a PDF carries a digital signature: its pages are never put into another file.';
comment on column stored_file.looks is 'What a picture seemed to be when it arrived. A warning; it never stopped anybody.';

alter table dossier_paper
  add column page_count integer check (page_count between 1 and 999),
  add column database_name text check (database_name <> ''),
  add column looked_up_at timestamptz,
  add column original_kept boolean,
  add column shelf text check (shelf <> ''),
  add constraint dossier_paper_looked_up check ((database_name is null) = (looked_up_at is null)),
  add constraint dossier_paper_database check (database_name is null or source = 'database'),
  add constraint dossier_paper_kept check (original_kept is not true or (source = 'submitted' and kind = 'original')),
  add constraint dossier_paper_shelf check (shelf is null or original_kept);
comment on column dossier_paper.page_count is 'Pages of the paper as the officer counted them; its pictures have as many (TT 01/2023/TT-VPCP, Điều 8).';
comment on column dossier_paper.database_name is 'The database in which the officer looked, for a paper that data take the place of.';
comment on column dossier_paper.looked_up_at is 'When the officer looked.';
comment on column dossier_paper.original_kept is 'Bản gốc thu lại: the original stays at the office.';
comment on column dossier_paper.shelf is 'Vị trí để hồ sơ: where the original lies.';
