import { type Position } from './actor.ts';

const LEADING = ['president', 'unit-head'] as const;

/**
 * What stands above a signature, a line each: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7. One's own position signs under its title. Whoever
 * stands in for an absent leader signs “KT.” (ký thay) with the title of the leader and, below it, the own one when it is a leader's of the same unit, as a
 * deputy's is; anybody else signs “TUQ.” (thừa ủy quyền). “Q.” is for who was made acting head by a decision, which is a position of its own.
 */
export function signatureTitle(position: Position, held: readonly Position[]): string {
  const { actingFor, unitId } = position;
  if (actingFor === undefined || actingFor === null) return position.title;
  const own = held.filter((one) => one.actingFor === undefined || one.actingFor === null);
  const deputy = own.find((one) => one.unitId === unitId && LEADING.some((role) => role === one.role));
  const below = deputy ?? own[0];
  return [`${deputy === undefined ? 'TUQ.' : 'KT.'} ${actingFor.title}`, ...(below === undefined ? [] : [below.title])].join('\n');
}

/** The same in one line, for registers and sentences. */
export function signatureTitleInLine(title: string): string {
  return title.replaceAll('\n', ' – ');
}
