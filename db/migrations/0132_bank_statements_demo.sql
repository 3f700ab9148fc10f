-- Money of the demonstration goes with it: statements are marked, and what hangs on a line, a statement or a cashier's day goes along.

alter table bank_statement add column synthetic boolean not null default false;
alter table statement_line add column synthetic boolean not null default false;
comment on column bank_statement.synthetic is 'Invented for the demonstration.';
comment on column statement_line.synthetic is 'Invented for the demonstration.';

alter table statement_line drop constraint statement_line_commune_code_statement_id_fkey;
alter table statement_line add constraint statement_line_statement_fkey foreign key (commune_code, statement_id) references bank_statement (commune_code, id) on delete cascade deferrable;
alter table statement_line_payment drop constraint statement_line_payment_commune_code_line_id_fkey;
alter table statement_line_payment add constraint statement_line_payment_line_fkey foreign key (commune_code, line_id) references statement_line (commune_code, id) on delete cascade deferrable;
alter table statement_line_event drop constraint statement_line_event_commune_code_line_id_fkey;
alter table statement_line_event add constraint statement_line_event_line_fkey foreign key (commune_code, line_id) references statement_line (commune_code, id) on delete cascade deferrable;
alter table cashier_taking drop constraint cashier_taking_commune_code_day_id_fkey;
alter table cashier_taking add constraint cashier_taking_day_fkey foreign key (commune_code, day_id) references cashier_day (commune_code, id) on delete cascade deferrable;
