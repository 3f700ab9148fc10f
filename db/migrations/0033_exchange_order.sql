-- Two states of a dossier can come about in one millisecond: what tells their order is the queue itself. A dossier's messages are put
-- into it under the lock of the dossier, so their positions follow the order of its states.
alter table exchange_message add column position bigint generated always as identity;
drop index exchange_message_of;
create index exchange_message_of on exchange_message (commune_code, dossier_id, position);
drop index exchange_message_open;
create index exchange_message_open on exchange_message (commune_code, position) where state in ('waiting', 'failed');
comment on column exchange_message.position is 'Its place in the queue: states of a dossier are told in this order.';
