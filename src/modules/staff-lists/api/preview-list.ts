import { createHash } from 'node:crypto';
import { type StaffActor } from '../../../kernel/actor.ts';
import { maskCitizenNumber } from '../../../kernel/citizen-number.ts';
import { plainDateWords } from '../../../kernel/date-words.ts';
import { maskPhone } from '../../../kernel/mask-numbers.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { ROLE_WORDS } from '../../identity/contract/role-words.ts';
import { faultWords, noticeWords } from '../contract/finding-words.ts';
import { type ListLineView, type PreviewAnswer } from '../contract/staff-list-schemas.ts';
import { type ListChange, type PlannedLine } from '../domain/plan-staff-list.ts';
import { COLUMN_WORDS } from '../domain/staff-columns.ts';
import { type StaffListDeps } from './deps.ts';
import { scopeWords, stepWords } from './list-choices.ts';
import { compareList } from './plan-list.ts';
import { readList } from './read-list.ts';
import { type SentList } from './read-upload.ts';

const WORDS = {
  vi: { account: 'Tài khoản', open: 'mở lại', closed: 'đã đóng', none: '(chưa có)', all: 'mọi lĩnh vực', steps: 'mọi bước', endless: 'chưa định', newPosition: 'Thêm vị trí' },
  en: { account: 'Account', open: 'opened again', closed: 'closed', none: '(none)', all: 'every field', steps: 'every step', endless: 'no end', newPosition: 'New position' },
} as const;

function listed(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/** One side of a change in words; numbers of people are masked. */
function sideWords(column: ListChange['column'], value: string | readonly string[], locale: Locale): string {
  const words = WORDS[locale];
  const plain = typeof value === 'string' ? value : value.join(', ');
  switch (column) {
    case 'account':
      return plain === 'open' ? words.open : words.closed;
    case 'citizenNumber':
      return plain === '' ? words.none : maskCitizenNumber(plain);
    case 'phone':
      return plain === '' ? words.none : maskPhone(plain);
    case 'fields':
      return plain === '' ? words.all : plain;
    case 'steps':
      return plain === '' ? words.steps : listed(value).map((step) => stepWords(step as 'receive', locale)).join(', ');
    case 'unitScope':
      return scopeWords(plain === 'own' ? 'own' : 'all', locale);
    case 'validFrom':
    case 'validTo':
      return plain === '' ? words.endless : plainDateWords(plain, locale);
    default:
      return plain === '' ? words.none : plain;
  }
}

function changeView({ column, before, after }: ListChange, locale: Locale): ListLineView['changes'][number] {
  if (column === 'role') return { what: WORDS[locale].newPosition, before: '', after: sideWords(column, after, locale) };
  return { what: column === 'account' ? WORDS[locale].account : COLUMN_WORDS[locale][column], before: sideWords(column, before, locale), after: sideWords(column, after, locale) };
}

/** A line as it is shown. */
function lineView({ read, state, userName, changes, faults, notices }: PlannedLine, locale: Locale): ListLineView {
  return {
    line: read.line, state, fullName: read.fullName, userName: userName ?? '', unit: read.unit?.name ?? '', role: read.role,
    changes: changes.map((change) => changeView(change, locale)),
    faults: faults.map((fault) => faultWords(fault, locale)),
    notices: notices.map((notice) => noticeWords(notice, locale)),
  };
}

/** Says what a list would do, line by line; nothing is written. Refuses files that cannot be read as a list. */
export async function previewList(deps: StaffListDeps, sent: SentList, actor: StaffActor, asked: { readonly now: Date; readonly locale: Locale }): Promise<Result<PreviewAnswer>> {
  const { locale, now } = asked;
  const read = await readList(sent, locale);
  if (!read.ok) return read;
  const sha256 = createHash('sha256').update(sent.bytes).digest('hex');
  const { plan, basis, office } = await compareList(deps, deps.db, { read: read.value, sha256, listId: 'preview' }, { communeCode: actor.communeCode, now, locale });
  const unitNames = new Map(office.units.map(({ id, name }) => [id, name]));
  const positionWords = ({ title, role, unitId }: { readonly title: string; readonly role: keyof (typeof ROLE_WORDS)['vi']; readonly unitId: string }): string => [title === '' ? ROLE_WORDS[locale][role] : title, unitNames.get(unitId) ?? ''].filter((part) => part !== '').join(', ');
  const countOf = (state: PlannedLine['state']): number => plan.lines.filter((line) => line.state === state).length;
  return ok({
    fileName: sent.fileName, sheet: read.value.sheet, basis,
    lines: plan.lines.map((line) => lineView(line, locale)),
    counts: { new: countOf('new'), changed: countOf('changed'), unchanged: countOf('unchanged'), error: countOf('error'), skipped: countOf('skipped') },
    newcomers: plan.people.filter(({ before }) => before === undefined).length,
    changing: plan.people.filter(({ before, changed }) => before !== undefined && changed).length,
    absent: plan.absent.map(({ id, fullName, userName, positions }) => ({ staffId: id, fullName, userName, positions: positions.map(positionWords).join('; '), self: id === actor.staffId })),
    left: plan.people.flatMap(({ left, fullName }) => left.map((position) => ({ positionId: position.positionId, fullName, position: positionWords(position) }))),
  });
}
