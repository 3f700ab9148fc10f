-- How the fee of a certification was paid, and what its line in the book is found by.

alter table certification
  add column paid_way text check (paid_way in ('cash', 'transfer')),
  add column fee_receipt text check (fee_receipt <> ''),
  add constraint certification_fee_receipt_of_payment check (fee_receipt is null or paid_way is not null);
comment on column certification.paid_way is 'Noted by the officer when the fee was taken; null: not yet, or nothing to pay.';
comment on column certification.fee_receipt is 'Number of the fee receipt (biên lai); the book shows it under its notes.';

alter table certified_document add column search_text text not null default '';
comment on column certified_document.search_text is 'Requester and document, folded, as the book is searched.';
