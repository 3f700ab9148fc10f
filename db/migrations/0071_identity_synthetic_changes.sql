-- Identity: a change of units that was made for demonstration goes with it.

alter table unit_change add column synthetic boolean not null default false;
comment on column unit_change.synthetic is 'Made for demonstration.';
