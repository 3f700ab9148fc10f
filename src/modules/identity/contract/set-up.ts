import { type Static, Type } from 'typebox';

/** GET /thiet-lap: the one-time code, the words of the search, the commune that was chosen. */
export const SetUpQuery = Type.Object({
  ma: Type.Optional(Type.String({ maxLength: 60 })),
  tim: Type.Optional(Type.String({ maxLength: 200 })),
  chon: Type.Optional(Type.String({ maxLength: 5 })),
});

const Words = (most: number) => Type.String({ maxLength: most });

/** POST /thiet-lap. What is missing or wrong inside a field is said by the page, all of it at once. */
export const SetUpForm = Type.Object(
  {
    commandId: Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' }),
    code: Words(60),
    communeCode: Type.String({ pattern: '^[0-9]{5}$' }),
    centreName: Words(200),
    address: Words(300),
    hotline: Words(40),
    agencyCode: Words(35),
    email: Words(200),
    fullName: Words(100),
    userName: Words(60),
    password: Words(400),
    passwordAgain: Words(400),
  },
  { additionalProperties: false },
);
export type SetUpRequest = Static<typeof SetUpForm>;
