/** What a definition is written in, for the screens where it is written. */
export { type FieldKind } from '../domain/form-definition.ts';
export { type Expression, type Rule } from '../domain/rules.ts';
