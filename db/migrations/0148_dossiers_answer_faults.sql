-- A request for supplements may name single answers of the declared form, beside papers.

alter table supplement_item
  add column answer_field text check (answer_field ~ '^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)*$'),
  add constraint supplement_item_of_one check (answer_field is null or (paper_id is null and requirement_id is null and mark is null));
comment on column supplement_item.answer_field is 'The question of the declared form whose answer is wrong, by its field id; then paper_name is its label. Null for a fault of a paper.';
create unique index supplement_item_answer on supplement_item (commune_code, dossier_id, request_id, answer_field) where answer_field is not null;
