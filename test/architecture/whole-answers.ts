/** Answers of the interface that carry whole citizen numbers or phones, each with what needs them. Every other answer of staff screens is masked. */
export const WHOLE_ANSWERS: Readonly<Record<string, string>> = {
  'GET /api/dossiers/:id/declaration': 'reception holds the card against what was declared and takes it over into its form',
  'GET /api/dossiers/:id/correction': 'reception fills the form of the dossier that corrects a finished one',
  'GET /api/deliveries': 'whoever carries a result rings at the door or telephones before',
  'GET /api/exchange/dossiers/:id/copy-sheets': 'typed into the screens of another system; the journal keeps who was shown it',
  'GET /api/data-requests/:id/copy.json': 'the copy that its person asked for; in the journal',
  'POST /api/dossiers/:id/reveal': 'the holder of the step asked for it, for a purpose, in the journal',
  'POST /api/persons/:id/reveal': 'the officer at the counter chose the person; in the journal',
  'POST /api/linked-cases/:id/reveal': 'the request is handed to an agency by hand; in the journal',
};
