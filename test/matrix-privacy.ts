import { ROLES } from '../src/kernel/actor.ts';
import { type MatrixRow, rows, type Seat } from './matrix-rules.ts';

/** Who takes requests about personal data down, and who decides about them. */
const KEEPERS = ['reception', 'president', 'administrator'] as const satisfies readonly Seat[];
const DECIDERS = ['president', 'administrator'] as const satisfies readonly Seat[];
const REQUEST = { kind: 'data request', missing: 'privacy.request-not-found' } as const;

/** Who may do what with personal data: a part of the one table. */
export const PRIVACY_ROWS: readonly MatrixRow[] = [
  {
    // Only whoever holds the step sees a masked number whole; the person of the counter is the counter’s.
    route: 'POST /api/dossiers/:id/reveal',
    letsIn: ROLES,
    thing: { kind: 'dossier', done: ['reception'], doneOutsideField: [], otherwise: 'privacy.not-holder', missing: 'dossier.not-found' },
  },
  { route: 'POST /api/persons/:id/reveal', letsIn: ['reception', 'specialist'], thing: { kind: 'person', done: ['reception', 'specialist'], doneOutsideField: ['reception', 'specialist'], missing: 'privacy.person-not-found' } },
  ...rows(KEEPERS, ['GET /api/data-requests', 'POST /api/data-requests']),
  { route: 'GET /api/data-requests/:id', letsIn: KEEPERS, thing: { ...REQUEST, done: KEEPERS, doneOutsideField: KEEPERS } },
  { route: 'POST /api/data-requests/:id/actions', letsIn: DECIDERS, thing: { ...REQUEST, done: DECIDERS, doneOutsideField: DECIDERS } },
  ...['letter.pdf', 'copy.pdf', 'copy.json'].map((file): MatrixRow => ({
    route: `GET /api/data-requests/:id/${file}`, letsIn: KEEPERS, thing: { ...REQUEST, kind: 'granted data request', done: KEEPERS, doneOutsideField: KEEPERS },
  })),
  ...rows(['administrator'], ['GET /api/retention']),
  ...rows(DECIDERS, ['GET /api/consents', 'GET /api/consents/:purpose/recipients.csv']),
  { route: 'GET /api/dossiers/:id/hold', letsIn: DECIDERS, thing: { kind: 'dossier', done: DECIDERS, doneOutsideField: DECIDERS, missing: 'dossier.not-found' } },
  // Whoever stands at the counter is asked there, whatever the field.
  ...['GET', 'POST'].map((method): MatrixRow => ({ route: `${method} /api/dossiers/:id/consents`, letsIn: ['reception'], thing: { kind: 'dossier', done: ['reception'], doneOutsideField: ['reception'], missing: 'dossier.not-found' } })),
  { route: 'POST /api/dossiers/:id/hold-data', letsIn: DECIDERS, thing: { kind: 'dossier', done: DECIDERS, doneOutsideField: DECIDERS, missing: 'dossier.not-found' } },
  { route: 'POST /api/dossiers/:id/release-data', letsIn: DECIDERS, thing: { kind: 'held dossier', done: DECIDERS, doneOutsideField: DECIDERS, missing: 'dossier.not-found' } },
];
