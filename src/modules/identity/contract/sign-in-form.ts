import { type Static, Type } from 'typebox';

/**
 * GET /can-bo/dang-nhap: where to go afterwards, and what has just happened. Anything else in the address is ignored:
 * messengers add their own marks to shared links.
 */
export const SignInPageQuery = Type.Object({
  tiep: Type.Optional(Type.String({ maxLength: 4000 })),
  ra: Type.Optional(Type.String({ maxLength: 20 })),
  lai: Type.Optional(Type.String({ maxLength: 20 })),
  'thiet-lap': Type.Optional(Type.String({ maxLength: 20 })),
});

/** POST /can-bo/dang-nhap. Empty fields are allowed here: the page itself says what is missing. */
export const SignInForm = Type.Object(
  {
    userName: Type.String({ maxLength: 100 }),
    password: Type.String({ maxLength: 400 }),
    tiep: Type.Optional(Type.String({ maxLength: 4000 })),
  },
  { additionalProperties: false },
);
export type SignInFormEntries = Static<typeof SignInForm>;

/** GET /can-bo/dang-nhap/buoc-hai. */
export const SecondStepQuery = Type.Object({ tiep: Type.Optional(Type.String({ maxLength: 4000 })) });

/** POST /can-bo/dang-nhap/buoc-hai. */
export const SecondStepForm = Type.Object({ code: Type.String({ maxLength: 40 }), tiep: Type.Optional(Type.String({ maxLength: 4000 })) }, { additionalProperties: false });
