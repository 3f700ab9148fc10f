-- A series that goes over with its commune keeps the commune that opened it; the reference may wait for the end of the transaction, like every other one.
alter table receipt_series alter constraint receipt_series_opened_in_fkey deferrable initially immediate;
