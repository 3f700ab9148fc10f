import { type Static, Type } from 'typebox';
import { MAX_MARK_WORDS, MAX_MARKS } from '../domain/picture-marks.ts';
import { closed, NeededWords } from './parts.ts';

const Part = Type.Number({ minimum: 0, maximum: 1 });
const Distance = Type.Number({ minimum: -1, maximum: 1 });

/** A box or an arrow with a few words on the picture of one page, in parts of its width and height. `checkMarks` of the domain says the rest. */
const PictureMarkInput = Type.Object(
  {
    page: Type.Integer({ minimum: 1, maximum: 500 }),
    shape: Type.Union([Type.Literal('box'), Type.Literal('arrow')]),
    x: Part,
    y: Part,
    w: Distance,
    h: Distance,
    words: NeededWords(MAX_MARK_WORDS),
  },
  closed,
);

/** The marks of one paper, as requests carry them and as they are kept. */
export const PictureMarksInput = Type.Array(PictureMarkInput, { maxItems: MAX_MARKS });
export type PictureMarksInput = Static<typeof PictureMarksInput>;
