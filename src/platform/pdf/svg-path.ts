const PATH_DATA = /^[MmLlHhVvCcSsQqTtAaZz0-9eE\s,.+-]*$/;
const COLOUR = /^#[0-9a-fA-F]{6}$/;

/** Path data that holds nothing but path commands and numbers; anything else is a bug in the caller and throws. */
export function checkedPath(data: string): string {
  if (!PATH_DATA.test(data)) throw new RangeError('not path data');
  return data;
}

/** A colour that is `#RRGGBB`; anything else is a bug in the caller and throws. */
export function checkedColour(colour: string): string {
  if (!COLOUR.test(colour)) throw new RangeError('not a colour of the form #RRGGBB');
  return colour;
}

/** A finite number; anything else is a bug in the caller and throws. */
export function checkedNumber(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError('not a number');
  return value;
}
