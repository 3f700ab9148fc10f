/** A form as it is printed: what stands where is decided, how it looks is not. */
export interface FormSheet {
  /** In capitals. */
  readonly title: string;
  /** Such as “Mẫu số 01”, and the text that issued it; null where none is known. */
  readonly number: string | null;
  readonly basis: string | null;
  /** The body after “Kính gửi”. */
  readonly addressee: string;
  readonly sections: readonly FormSheetSection[];
  /** What is promised, whole. */
  readonly statements: readonly string[];
  /** Where and on which local day it was sent; null: to be filled in by hand. */
  readonly signed: { readonly place: string; readonly day: string } | null;
  /** What stands before place and day, such as “Làm tại”. */
  readonly dateLabel: string | null;
  /** Whose form it is, for the foot of the pages; null on an empty form. */
  readonly name: string | null;
  /** At least one, from left to right. */
  readonly signatures: readonly FormSheetSignature[];
  /** The texts of the codes that hold the answers; none on an empty form and where there is too much for a page. */
  readonly codes: readonly string[];
  /** Where it was printed from, without `https://`. */
  readonly shortAddress: string;
  readonly centreName: string;
  readonly hotline: string;
  readonly printedAt: number;
}

/** A place where somebody signs. */
export interface FormSheetSignature {
  readonly title: string;
  readonly note: string;
  readonly name: string | null;
  /** A line of its own for place and day; `filled` where it was sent and this person sent it. */
  readonly dated: 'no' | 'by-hand' | 'filled';
  readonly drawn: DrawnSignature | null;
}

/** A signature that was drawn on a screen, as lines of a pen on a field, and the hash of what was agreed to with it. */
export interface DrawnSignature {
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly contentHash: string;
}

/** Questions that belong together. */
export interface FormSheetSection {
  readonly title: string;
  readonly entries: readonly FormSheetEntry[];
}

export type FormSheetEntry =
  /** Answers after their label; dots where there are none. */
  | { readonly kind: 'line'; readonly label: string; readonly answer: readonly string[]; readonly room: number }
  | { readonly kind: 'boxes'; readonly label: string; readonly options: readonly { readonly label: string; readonly ticked: boolean }[] }
  | { readonly kind: 'table'; readonly label: string; readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };
