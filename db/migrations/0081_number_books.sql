-- Numbered books: when each was opened and closed and by whom, with which number it begins, and why numbers are missing.

create table number_book (
  commune_code text not null references commune deferrable,
  book text not null check (book <> '' and book not like 'dossier:%'),
  period text not null check (period ~ '^[0-9]{4}$'),
  first_number bigint not null check (first_number > 0),
  paper_last bigint not null default 0 check (paper_last >= 0 and paper_last < first_number),
  opened_on date not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  opened_by_name text not null check (opened_by_name <> ''),
  closed_on date,
  closed_at timestamptz,
  closed_by uuid,
  closed_by_name text,
  closed_last bigint check (closed_last >= 0),
  primary key (commune_code, book, period),
  check ((closed_at is null) = (closed_on is null) and (closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_by_name is null) and (closed_at is null) = (closed_last is null)),
  check (closed_on is null or closed_on >= opened_on)
);
comment on table number_book is 'A book of a year that somebody opened or closed here; a book without a row is open from its first use.';
comment on column number_book.first_number is 'The first number that the program gives; larger than 1 when the year began on paper.';
comment on column number_book.paper_last is 'The last number that was given on paper before; 0: none.';
comment on column number_book.closed_last is 'The last number when it was closed, as the closing line says.';
select protect_tenant_table('number_book');
revoke delete, truncate on number_book from xaso_app;

create table number_book_event (
  commune_code text not null,
  book text not null,
  period text not null,
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('opened', 'closed', 'reopened', 'gap-explained')),
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null check (by_name <> ''),
  from_number bigint,
  to_number bigint,
  reason text not null,
  primary key (commune_code, book, period, seq),
  check (kind in ('opened', 'closed') or reason <> ''),
  check ((kind = 'gap-explained') = (from_number is not null) and (from_number is null) = (to_number is null) and (from_number is null or from_number <= to_number))
);
comment on table number_book_event is 'Append-only: who opened, closed and opened a book again, and why numbers of it are missing.';
select protect_tenant_table('number_book_event');
revoke update, delete, truncate on number_book_event from xaso_app;

-- No number is given in a book that is closed, whoever asks for it, and no counter goes back: a number is never given twice.
create function refuse_closed_book() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select from number_book b where b.commune_code = new.commune_code and b.book = new.book and b.period = new.period and b.closed_at is not null) then
    raise exception 'book % of % is closed', new.book, new.period using errcode = 'XS011';
  end if;
  return new;
end $$;
create trigger number_of_open_book before insert or update on number_counter
  for each row when (new.book not like 'dossier:%') execute function refuse_closed_book();
create function refuse_number_again() returns trigger
language plpgsql as $$
begin
  raise exception 'the numbers of book % go on', new.book using errcode = 'XS012';
end $$;
create trigger number_never_again before update on number_counter
  for each row when (new.last < old.last) execute function refuse_number_again();
