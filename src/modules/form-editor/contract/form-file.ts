/** What an exported form says about itself. */
export const FORM_FILE_FORMAT = 'xaso-form';
/** Counts up when a file can no longer be read by programs that came before. */
export const FORM_FILE_VERSION = 1;

/** A form as a file: its definition as it was written, and the checksum of exactly that text. */
export interface FormFile {
  readonly format: typeof FORM_FILE_FORMAT;
  readonly formatVersion: number;
  /** SHA-256 of the definition as JSON without spaces, in the order in which it stands; a copy that the screen itself saves has none. */
  readonly sha256?: string;
  readonly form: object;
  /** The lists and the parts of persons that it names, as they stand where it comes from, and their checksum in the same way. */
  readonly parts?: object;
  readonly partsSha256?: string;
}
