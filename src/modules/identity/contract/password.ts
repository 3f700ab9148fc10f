import { type Static, Type } from 'typebox';

/** PUT /api/password. */
export const ChangePasswordBody = Type.Object(
  {
    commandId: Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' }),
    currentPassword: Type.String({ minLength: 1, maxLength: 400 }),
    newPassword: Type.String({ minLength: 1, maxLength: 400 }),
  },
  { additionalProperties: false },
);
export type ChangePassword = Static<typeof ChangePasswordBody>;

/** What a changed password answers; `endedSessions` counts the other sessions that were ended by it. */
export const PasswordChangedView = Type.Object({ changed: Type.Literal(true), endedSessions: Type.Integer() });
export type PasswordChanged = Static<typeof PasswordChangedView>;
