import { addDays, type LocalDate } from '../../../kernel/local-time.ts';
import { type ConsentWay } from './consent.ts';
import { type HelperKind } from './who-helps.ts';

/*
 * A dossier is assisted exactly when somebody is named on it as having helped to declare (`dossier.assisted_by`): with a form, where helper and consent are
 * proven, or told with a general declaration or at the counter. The database keeps one row of `assisted_filing` for each such dossier.
 */

/** Who helped, as the figures tell it; `told`: only a name is known. */
export type FiledKind = HelperKind | 'told';

/** How the person agreed: proven with a form, or told. */
export type AgreedWay = ConsentWay | 'spoken' | 'written';

/** The span that a note about a helper counts: the seven days that end with a day. */
export function weekTo(day: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  return { from: addDays(day, -6), to: day };
}
