/** Tables with data about people that a copy of somebody's data does not carry, each with the reason. Every other one is read by a module's `store/about-person.ts`. */
export const NOT_IN_A_COPY: Readonly<Record<string, string>> = {
  absence_dossier: 'how work was shared among officers; of the citizen it has nothing but the id of a dossier',
  assisted_code: 'codes of ten minutes by which somebody agreed on the own phone; what was agreed to is in the copy',
  calendar_moved_dossier: 'which due dates a change of the calendar moved; the history of the dossier says so itself',
  citizen_session: 'sessions of the citizen’s own browsers, seen and ended on the own page; gone after hours',
  dossier_step: 'the plan of the five steps; what happened is in the history',
  dossier_urge: 'notes between officers about their own work',
  exchange_import_row: 'a file of another system as it came, kept until it is checked; what became of it is in the dossier',
  form_correction_draft: 'what somebody typed for a correction and has not sent; the office cannot look at it, and it goes when it is sent or no longer waited for',
  form_draft: 'what somebody typed and has not sent; the office cannot look at it, and nobody knows yet whose it is',
  staff: 'people of the office in their work: their own account shows and changes it, and the administrator sees it',
  staff_notice: 'what officers were told about their work; names a dossier that the copy has',
  unit_handover: 'notes between units about their own work; both moments are in the history',
};
