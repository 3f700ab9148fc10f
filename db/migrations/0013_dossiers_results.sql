-- Results on their way, and papers kept for reuse: what was handed in before this migration is kept too.

create index dossier_delivery_carried on dossier_delivery (commune_code, opened_at) where method = 'home' and state = 'sent';

insert into dossier_delivery (commune_code, dossier_id, id, method, state, address, opened_at)
select commune_code, id, gen_random_uuid(), delivery_method, 'waiting', delivery_address, decided_at
from dossier where state = 'decided';
update dossier set delivery_state = 'waiting' where state = 'decided';

insert into kept_paper (commune_code, id, person_id, origin, requirement_id, procedure_code, name, dossier_id, files, kept_at)
select p.commune_code, p.id, d.person_id, 'submitted', p.requirement_id, d.procedure_code, p.name, d.id,
  (select jsonb_agg(jsonb_build_object('sha256', f.sha256, 'fileName', f.file_name) order by f.position)
    from paper_file f where f.commune_code = p.commune_code and f.dossier_id = p.dossier_id and f.paper_id = p.id),
  d.received_at
from dossier_paper p join dossier d on d.commune_code = p.commune_code and d.id = p.dossier_id
where d.person_id is not null and p.source = 'submitted' and p.kind <> 'form'
  and exists (select from paper_file f where f.commune_code = p.commune_code and f.dossier_id = p.dossier_id and f.paper_id = p.id);
