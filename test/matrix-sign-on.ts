import { type MatrixRow, rows, SEATS, type Seat } from './matrix-rules.ts';

const EVERYBODY: readonly Seat[] = SEATS;
const SIGNED_IN: readonly Seat[] = SEATS.filter((seat) => seat !== 'anonymous' && seat !== 'citizen');

/** Who may do what about signing in by the word of a provider: a part of the one table. */
export const SIGN_ON_ROWS: readonly MatrixRow[] = [
  // To an identity provider and back, and what it tells by itself: guarded by its word.
  ...rows(EVERYBODY, ['GET /dang-nhap/:provider', 'GET /dang-nhap/:provider/ve', 'POST /dang-nhap/:provider/dang-xuat']),
  ...rows(SIGNED_IN, ['GET /api/sign-on-links', 'POST /api/sign-on-links/start', 'DELETE /api/sign-on-links/:linkId']),
  ...rows(['administrator'], ['GET /api/staff-sign-on-links', 'POST /api/staff-sign-on-links']),
  { route: 'POST /api/staff-sign-on-links/:id/remove', letsIn: ['administrator'], thing: { kind: 'sign-on link', done: ['administrator'], doneOutsideField: ['administrator'], missing: 'sign-on.link-unknown' } },
];
