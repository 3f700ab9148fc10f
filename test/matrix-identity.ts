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
  ]),
];
