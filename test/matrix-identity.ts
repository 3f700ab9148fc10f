import { type MatrixRow, rows, SEATS, type Seat } from './matrix-rules.ts';

const EVERYBODY: readonly Seat[] = SEATS;
const SIGNED_IN: readonly Seat[] = SEATS.filter((seat) => seat !== 'anonymous' && seat !== 'citizen');

/** Who may do what about signing in beyond the password: a part of the one table. */
export const IDENTITY_ROWS: readonly MatrixRow[] = [
  // Guarded by what was proved before, not by positions.
  ...rows(EVERYBODY, [
    'GET /can-bo/dang-nhap/buoc-hai',
    'POST /can-bo/dang-nhap/buoc-hai',
    'POST /api/session/second-step',
    'POST /api/session/second-step/passkey/options',
    'POST /api/session/second-step/passkey',
    'POST /api/session/passkey/options',
    'POST /api/session/passkey',
    // Guarded by a code that two administrators gave.
    'GET /can-bo/khoi-phuc',
    'POST /can-bo/khoi-phuc',
  ]),
  ...rows(SIGNED_IN, [
    'POST /api/session/proof',
    'POST /api/session/proof/passkey/options',
    'POST /api/session/proof/passkey',
    'GET /api/second-factors',
    'POST /api/second-factors/totp',
    'POST /api/second-factors/totp/confirm',
    'DELETE /api/second-factors/totp',
    'POST /api/second-factors/passkeys/options',
    'POST /api/second-factors/passkeys',
    'DELETE /api/second-factors/passkeys/:id',
    'POST /api/second-factors/recovery-codes',
    'GET /api/own-recovery',
    'POST /api/own-recovery/cancel',
  ]),
  ...(['GET /api/staff/:id/access', 'POST /api/staff/:id/sessions/end'] as const).map((route): MatrixRow => ({
    route, letsIn: ['administrator'], thing: { kind: 'member of staff', done: ['administrator'], doneOutsideField: ['administrator'], missing: 'identity.staff-unknown' },
  })),
  { route: 'POST /api/staff/:id/factors/remove', letsIn: ['administrator'], thing: { kind: 'member of staff with two factors', done: ['administrator'], doneOutsideField: ['administrator'], missing: 'identity.staff-unknown' } },
  { route: 'POST /api/staff/:id/recovery', letsIn: ['administrator'], thing: { kind: 'member of staff among administrators', done: ['administrator'], doneOutsideField: ['administrator'], missing: 'identity.staff-unknown' } },
  ...(['approve', 'cancel'] as const).map((act): MatrixRow => ({
    route: `POST /api/recoveries/:id/${act}`, letsIn: ['administrator'], thing: { kind: 'started recovery', done: ['administrator'], doneOutsideField: ['administrator'], missing: 'recovery.not-found' },
  })),
];
