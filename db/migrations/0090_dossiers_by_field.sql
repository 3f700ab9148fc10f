-- Whoever works in some fields only sees the dossiers of these: the list of all is counted and read by field and unit.
create index dossier_field on dossier (commune_code, field, unit_id);
