import { type Static, Type } from 'typebox';

/** GET /api/bank-account: the account, null while there is none, and the banks to choose from. */
export const BankAccountView = Type.Object({
  account: Type.Union([Type.Object({ bin: Type.String(), bankName: Type.String(), number: Type.String(), holder: Type.String() }), Type.Null()]),
  banks: Type.Array(Type.Object({ bin: Type.String(), name: Type.String() })),
});
export type BankAccountView = Static<typeof BankAccountView>;

/** PUT /api/bank-account */
export const BankAccountBody = Type.Object(
  {
    commandId: Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' }),
    bin: Type.String({ maxLength: 6 }),
    number: Type.String({ maxLength: 40 }),
    holder: Type.String({ maxLength: 100 }),
  },
  { additionalProperties: false },
);
export type BankAccountBody = Static<typeof BankAccountBody>;
