-- Which form of the office holds for which procedure on which days, so that the database decides when two are published at once.

-- A procedure is declared with one form: the same code is the same point of this range.
create type form_code_range as range (subtype = text, collation = "C");

create table form_binding (
  procedure_code text not null check (procedure_code <> ''),
  code text not null,
  days datemultirange not null check (not isempty(days)),
  primary key (code, procedure_code),
  constraint form_binding_one_form exclude using gist (form_code_range(procedure_code, procedure_code, '[]') with &&, days with &&)
);
comment on table form_binding is 'On which days a form of the office holds for a procedure; follows from the versions that stand. Two forms never hold for one procedure on one day.';
comment on column form_binding.days is 'The days on which the version that holds names the procedure: a later version that does not name it ends them.';
-- Only the triggers write it, whoever publishes and however.
revoke insert, update, delete, truncate on form_binding from xaso_app;

-- Of every form the version in force speaks, as in forms/domain/form-in-force.ts: among the office's the one that began last, then the higher number.
create function bind_form(p_code text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('form_binding'), hashtext(p_code));
  delete from form_binding where code = p_code;
  insert into form_binding (procedure_code, code, days)
  with standing as (
    select v.version, v.valid_from, v.content, daterange(v.valid_from, v.valid_to, '[]') as days
    from form_version v
    where v.code = p_code and v.version >= 1000
      and not exists (select from form_withdrawal w where w.code = v.code and w.version = v.version)
  ), speaking as (
    select s.content, datemultirange(s.days) - coalesce((
      select range_agg(o.days) from standing o where o.valid_from > s.valid_from or (o.valid_from = s.valid_from and o.version > s.version)
    ), '{}'::datemultirange) as days
    from standing s
  )
  select p.procedure_code, p_code, range_agg(part)
  from speaking s, unnest(s.days) as part, jsonb_array_elements_text(s.content -> 'procedures') as p (procedure_code)
  group by p.procedure_code;
end $$;
revoke execute on function bind_form(text) from public, xaso_app;

create function bind_changed_form() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform bind_form(new.code);
  return null;
end $$;
revoke execute on function bind_changed_form() from public, xaso_app;

create trigger form_bound after insert on form_version for each row when (new.version >= 1000) execute function bind_changed_form();
create trigger form_bound after insert on form_withdrawal for each row execute function bind_changed_form();

-- Two forms that claimed one procedure before the database decided stay as they are until one of them is published or taken back.
do $$
declare
  p_code text;
begin
  for p_code in select code from form_version where version >= 1000 group by code order by min(loaded_at), code loop
    begin
      perform bind_form(p_code);
    exception when exclusion_violation then
      raise notice 'form % claims a procedure of another form of the office', p_code;
    end;
  end loop;
end $$;
