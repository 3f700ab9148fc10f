-- The papers of a day are listed to be printed together, and the dossiers that went to another unit on a day to be put on one slip.
create index official_paper_day on official_paper (commune_code, issued_at desc, id);
create index dossier_history_handed on dossier_history (commune_code, at) where event in ('transferred', 'moved-to-unit', 'sealed');
