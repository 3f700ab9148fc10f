import fc from 'fast-check';
import { MS_PER_DAY, MS_PER_HOUR } from '../../../kernel/local-time.ts';
import { type DossierState, isEnded, type StepKey, type StepRole } from '../domain/dossier-states.ts';
import { type SampleDossier } from './sample-dossiers-for-tests.ts';

/** The moment that the dossiers of the tests are looked at. */
export const SEEN_AT = Date.parse('2026-11-20T10:00:00+07:00');
export const ME_ID = '01890000-0000-7000-8000-0000000000a1';
export const OTHER_ID = '01890000-0000-7000-8000-0000000000a2';

/** Procedures of the tests: code, name, field. */
export const PROCEDURES = [
  ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch'],
  ['2.000815', 'Chứng thực bản sao', 'Chứng thực'],
  ['1.010804', 'Giải quyết mai táng phí', 'Bảo trợ xã hội'],
] as const;

const NAMES = ['Nguyễn Văn An', 'Nguyễn Thị Anh', 'Trần Đình Ấn', 'H’Hen Niê', 'Lê An Nguyên', 'Phạm Thị Bình'];
const STEPS = [['receive', 'reception'], ['appraise', 'specialist'], ['approve', 'leader'], ['seal', 'clerk']] as const satisfies readonly (readonly [StepKey, StepRole])[];
const STATES = ['submitted', 'received', 'rejected', 'in-progress', 'supplement-requested', 'payment-requested', 'withdraw-requested', 'stopped', 'decided', 'returned'] as const satisfies readonly DossierState[];

function placeOf(state: DossierState, step: number): { readonly step: StepKey | null; readonly role: StepRole | null } {
  if (state === 'submitted' || state === 'rejected') return { step: null, role: null };
  if (state === 'received') return { step: 'receive', role: 'reception' };
  if (state === 'decided' || state === 'returned') return { step: 'hand-over', role: state === 'decided' ? 'reception' : null };
  const [key, role] = STEPS[state === 'in-progress' ? 1 + (step % 3) : step % 4] ?? STEPS[1];
  return { step: key, role };
}

/** A dossier of any state with times within half a year around the moment it is looked at; many share an instant on purpose. */
function arbitraryDossier(unitIds: readonly string[]): fc.Arbitrary<SampleDossier> {
  return fc
    .record({
      id: fc.uuid({ version: 7 }), state: fc.constantFrom(...STATES), name: fc.constantFrom(...NAMES), procedure: fc.constantFrom(...PROCEDURES), step: fc.nat(3),
      number: fc.option(fc.constantFrom('031190000001', '031190000002', '012345678901')), phone: fc.option(fc.constantFrom('0912345678', '0987654321')),
      content: fc.constantFrom('', 'Khai sinh cho con Trần Minh Thử', 'Bản sao bằng tốt nghiệp'), channel: fc.constantFrom('counter', 'online', 'post', 'kiosk', 'home'),
      way: fc.constantFrom('counter', 'post', 'home', 'electronic'), unit: fc.option(fc.constantFrom(...unitIds)), holder: fc.constantFrom(null, ME_ID, OTHER_ID),
      handed: fc.option(fc.record({ by: fc.constantFrom(ME_ID, OTHER_ID), fromUnitId: fc.option(fc.constantFrom(...unitIds)) }, { noNullPrototype: true })),
      before: fc.nat(150), took: fc.nat(20), due: fc.integer({ min: 0, max: 25 }), pausedAt: fc.nat(20),
      stopKind: fc.constantFrom('withdrawn', 'not-supplemented', 'not-paid', 'other'), requests: fc.array(fc.record({ from: fc.nat(20), days: fc.nat(5) }, { noNullPrototype: true }), { maxLength: 3 }),
    }, { noNullPrototype: true })
    .map((draw): SampleDossier => {
      const submittedAt = SEEN_AT - draw.before * MS_PER_DAY;
      const { state } = draw;
      const receivedAt = state === 'submitted' || state === 'rejected' ? null : submittedAt + (draw.before > 0 ? MS_PER_HOUR : 0);
      const endedAt = isEnded(state) ? Math.min(SEEN_AT, (receivedAt ?? submittedAt) + draw.took * MS_PER_DAY) : null;
      const until = endedAt ?? SEEN_AT;
      const isPaused = state === 'supplement-requested' || state === 'payment-requested' || state === 'withdraw-requested';
      const from = receivedAt ?? submittedAt;
      const requests = draw.requests
        .map((one) => ({ openedAt: from + one.from * MS_PER_DAY, closedAt: from + (one.from + one.days) * MS_PER_DAY }))
        .filter(({ openedAt, closedAt }) => receivedAt !== null && openedAt <= until && closedAt <= until);
      const open = state === 'supplement-requested' ? [{ openedAt: Math.min(until, from + draw.pausedAt * MS_PER_DAY), closedAt: null }] : [];
      const place = placeOf(state, draw.step);
      const handed = state === 'in-progress' && place.step === 'appraise' && draw.unit !== null ? draw.handed : null;
      return {
        id: draw.id, state, name: draw.name, number: draw.number, phone: draw.phone, procedureCode: draw.procedure[0], procedureName: draw.procedure[1], field: draw.procedure[2],
        content: draw.content, channel: draw.channel, way: draw.way, ...place, unitId: draw.unit, holderId: handed === null ? draw.holder : null, handed, submittedAt, receivedAt,
        dueAt: receivedAt === null ? null : receivedAt + draw.due * MS_PER_DAY, endedAt, pausedSince: isPaused && receivedAt !== null ? Math.min(until, from + draw.pausedAt * MS_PER_DAY) : null,
        supplements: requests.length + open.length, stopKind: state === 'stopped' ? draw.stopKind : null, requests: [...requests, ...open],
      };
    });
}

/** Many different dossiers. */
export function arbitraryDossiers(unitIds: readonly string[], most: number): fc.Arbitrary<readonly SampleDossier[]> {
  return fc.uniqueArray(arbitraryDossier(unitIds), { maxLength: most, selector: ({ id }) => id.slice(0, 8) });
}
