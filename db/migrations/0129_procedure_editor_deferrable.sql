-- A merge of communes moves rows of many tables in one transaction: what points elsewhere is checked at its end.
alter table procedure_publication alter constraint procedure_publication_code_version_fkey deferrable initially immediate;
