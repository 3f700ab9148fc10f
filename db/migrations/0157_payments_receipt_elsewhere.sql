-- Cash whose receipt (biên lai) was written by hand in a book that the program does not number.

alter table payment add column receipt_elsewhere text check (receipt_elsewhere <> ''), add constraint payment_receipt_elsewhere_of_cash check (receipt_elsewhere is null or method = 'cash');
create index payment_receipt_elsewhere on payment (commune_code, receipt_elsewhere) where receipt_elsewhere is not null;
comment on column payment.receipt_elsewhere is 'Number of a receipt that was written outside the program: none is given here then. Null: the program gives it, or owes it.';
comment on column certification.paid_way is 'cash: booked as a payment in the transaction of the reception. transfer: the payer says so; it is booked when the bank statement shows it. Null: not yet, or nothing to pay.';
comment on column certification.fee_receipt is 'Number of a fee receipt (biên lai) that was written outside the program; the book shows it under its notes, else the receipt that the program gave.';
