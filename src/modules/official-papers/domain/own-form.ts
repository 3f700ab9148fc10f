/** What an office says of one form in place of the circular that the program knows; an empty text leaves it as it is there. */
export interface OwnForm {
  readonly title: string;
  readonly number: string;
  readonly numberSuffix: string;
}

interface Form {
  readonly title: string;
  readonly number: string | null;
  readonly numberSuffix: string | null;
}

/** A form of the circular with what the office changed of it. */
export function withOwnForm<F extends Form>(shipped: F, own: OwnForm): F {
  return {
    ...shipped,
    title: own.title.trim() === '' ? shipped.title : own.title.trim(),
    number: own.number.trim() === '' ? shipped.number : own.number.trim(),
    numberSuffix: own.numberSuffix === '' ? shipped.numberSuffix : own.numberSuffix,
  };
}
