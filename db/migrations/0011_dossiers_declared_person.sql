-- What a citizen declares about the person, beside name, number and contact, is kept with the dossier: nobody is entered as a known
-- person before reception has checked who it is.

alter table dossier add column applicant_birth_date date;
alter table dossier add column applicant_sex text check (applicant_sex in ('male', 'female'));
alter table dossier add column applicant_village_id uuid;
alter table dossier add foreign key (commune_code, applicant_village_id) references village (commune_code, id);
