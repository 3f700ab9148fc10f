-- Citizens who signed in see the dossiers of their number: of the applicant as it was declared; the person in the register has an index already.
create index dossier_applicant_number on dossier (commune_code, applicant_number) where applicant_number is not null;
