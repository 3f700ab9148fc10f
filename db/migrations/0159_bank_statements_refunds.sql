-- Bank statements: money that went out and is a refund of ours.

alter table statement_line add column refund_id uuid,
  add constraint statement_line_refund_of_outgoing check (refund_id is null or state = 'outgoing'),
  add constraint statement_line_refund_fkey foreign key (commune_code, refund_id) references refund (commune_code, id) on delete set null (refund_id) deferrable;
create unique index statement_line_refund on statement_line (commune_code, refund_id) where refund_id is not null;
comment on column statement_line.refund_id is 'Of money that went out: the refund by transfer that it is, found by reference and amount; each refund once.';
grant update (refund_id) on statement_line to xaso_app;
