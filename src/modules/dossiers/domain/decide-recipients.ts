import { type StaffActor } from '../../../kernel/actor.ts';
import { type NoticeMark } from './decide-notices.ts';
import { type DossierPosition, holdsStep, isDoer } from './may-act.ts';

type Rank = 'holder' | 'unit-head' | 'president';

/** Who hears of a mark: first whoever can still do it, then whoever can help, then whoever answers for it (domain 1.7). */
const TOLD: Readonly<Record<NoticeMark, readonly Rank[]>> = {
  'three-quarters': ['holder'],
  'day-before': ['holder', 'unit-head'],
  'due': ['holder', 'unit-head', 'president'],
  'overdue': ['holder', 'unit-head', 'president'],
};

/** Who holds a dossier now: whoever took the step on, otherwise everybody whose position holds it. */
export function holdersOf(dossier: DossierPosition, colleagues: readonly StaffActor[]): readonly StaffActor[] {
  const taken = colleagues.filter(({ staffId }) => staffId === dossier.holderId);
  return taken.length > 0 ? taken : colleagues.filter((colleague) => holdsStep(dossier, colleague));
}

/** Heads of unit who answer for whoever holds a dossier; where that unit has no head, all who may act as leader for its field. */
export function unitHeadsOf(dossier: DossierPosition, colleagues: readonly StaffActor[]): readonly StaffActor[] {
  const heads = colleagues.filter((colleague) => isDoer('leader', dossier, colleague) && colleague.positions.some(({ role }) => role === 'unit-head'));
  const units = new Set(holdersOf(dossier, colleagues).flatMap(({ positions }) => positions.map(({ unitId }) => unitId)));
  const own = heads.filter(({ positions }) => positions.some(({ role, unitId }) => role === 'unit-head' && units.has(unitId)));
  return own.length > 0 ? own : heads;
}

/** The ids of everybody who is told of a mark of this dossier, each once. */
export function decideRecipients(dossier: DossierPosition, mark: NoticeMark, colleagues: readonly StaffActor[]): readonly string[] {
  const people = TOLD[mark].flatMap((rank): readonly StaffActor[] => {
    switch (rank) {
      case 'holder':
        return holdersOf(dossier, colleagues);
      case 'unit-head':
        return unitHeadsOf(dossier, colleagues);
      case 'president':
        return colleagues.filter((colleague) => isDoer('leader', dossier, colleague) && colleague.positions.some(({ role }) => role === 'president'));
    }
  });
  return [...new Set(people.map(({ staffId }) => staffId))];
}

/** Who in a unit is told of a dossier that comes there: those who appraise, and its heads. */
export function receiversOf(unitId: string, colleagues: readonly StaffActor[]): { readonly appraisers: readonly StaffActor[]; readonly heads: readonly StaffActor[] } {
  const of = (role: 'specialist' | 'unit-head') => colleagues.filter(({ positions }) => positions.some((position) => position.unitId === unitId && position.role === role));
  return { appraisers: of('specialist'), heads: of('unit-head') };
}
