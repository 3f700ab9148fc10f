-- Tables that were made beside the wall between communes, before its function was there to be called, stand behind it too.
do $$
declare
  t regclass;
begin
  for t in
    select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'commune_code' and not a.attisdropped and not c.relrowsecurity
    order by c.relname
  loop
    perform protect_tenant_table(t);
  end loop;
end $$;

-- A commune reads what it inherits from the installation, and since when.
create policy for_every_commune on setting_change for select to xaso_app using (commune_code = '*');
