-- Forms: what a draft took over from an earlier declaration, and whether its person has looked at it.

alter table form_draft
  add column given jsonb check (jsonb_typeof(given) = 'object'),
  add check (sent_at is null or given is null);
comment on column form_draft.given is 'Answers that were told before, in another declaration or dossier: where each comes from, what could not be taken over, and whether the person has looked at it. Nothing is sent unseen.';
