-- Payables, with everything that hangs on them, are a part of their dossier: they go with it when a demonstration is taken out. Nobody in daily
-- work may delete a payable or a payment, whatever becomes of its dossier.

alter table payable drop constraint payable_commune_code_dossier_id_fkey;
alter table payable add constraint payable_dossier_fkey foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade deferrable initially immediate;
alter table payment drop constraint payment_commune_code_payable_id_fkey;
alter table payment add constraint payment_payable_fkey foreign key (commune_code, payable_id) references payable (commune_code, id) on delete cascade deferrable initially immediate;
alter table payment_refund drop constraint payment_refund_commune_code_payable_id_fkey;
alter table payment_refund add constraint payment_refund_payable_fkey foreign key (commune_code, payable_id) references payable (commune_code, id) on delete cascade deferrable initially immediate;
alter table payable_event drop constraint payable_event_commune_code_payable_id_fkey;
alter table payable_event add constraint payable_event_payable_fkey foreign key (commune_code, payable_id) references payable (commune_code, id) on delete cascade deferrable initially immediate;
alter table online_payment drop constraint online_payment_commune_code_payable_id_fkey;
alter table online_payment add constraint online_payment_payable_fkey foreign key (commune_code, payable_id) references payable (commune_code, id) on delete cascade deferrable initially immediate;
alter table online_payment drop constraint online_payment_commune_code_payment_id_fkey;
alter table online_payment add constraint online_payment_payment_fkey foreign key (commune_code, payment_id) references payment (commune_code, id) on delete cascade deferrable initially immediate;
alter table online_message drop constraint online_message_commune_code_online_payment_id_fkey;
alter table online_message add constraint online_message_online_payment_fkey foreign key (commune_code, online_payment_id) references online_payment (commune_code, id) on delete cascade deferrable initially immediate;

revoke delete on dossier from xaso_app;
