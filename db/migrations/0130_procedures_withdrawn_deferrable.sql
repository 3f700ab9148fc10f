-- A merge of communes moves rows of many tables in one transaction: what points elsewhere is checked at its end.
alter table procedure_withdrawal alter constraint procedure_withdrawal_code_version_fkey deferrable initially immediate;
