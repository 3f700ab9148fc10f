import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInstant } from '../../../kernel/local-time.ts';
import { type ControlEvent, type ControlFacts, controlLines } from './control-lines.ts';

function at(text: string): number {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new RangeError(text);
  return parsed.value;
}

const UNITS: Readonly<Record<string, string>> = { reception: 'Trung tâm Phục vụ hành chính công', specialist: 'Văn phòng', president: 'Lãnh đạo Ủy ban nhân dân', clerk: 'Văn phòng' };
const NAMES: Readonly<Record<string, string>> = { reception: 'Lê Thị Nhận', specialist: 'Trần Văn Thẩm', president: 'Nguyễn Thị Chủ', clerk: 'Phạm Thị Thư' };

const event = (name: string, when: string, actorId: string | null, facts: ControlEvent['facts'] = {}): ControlEvent => ({ event: name, at: at(when), actorId, actorName: actorId === null ? null : (NAMES[actorId] ?? null), facts });

const FACTS: ControlFacts = {
  applicantName: 'Nguyễn Thị Mẫu',
  centreName: 'Trung tâm Phục vụ hành chính công',
  unitOf: (id) => UNITS[id],
  steps: [
    { role: 'reception', startedAt: at('2026-11-23T08:00'), dueAt: at('2026-11-23T09:00'), finishedAt: at('2026-11-23T08:30') },
    { role: 'specialist', startedAt: at('2026-11-23T08:30'), dueAt: at('2026-11-25T17:00'), finishedAt: at('2026-11-24T10:05') },
    { role: 'leader', startedAt: at('2026-11-24T10:05'), dueAt: at('2026-11-24T15:00'), finishedAt: at('2026-11-24T16:20') },
    { role: 'clerk', startedAt: at('2026-11-24T16:20'), dueAt: null, finishedAt: null },
  ],
  history: [
    event('received', '2026-11-23T08:00', 'reception'),
    event('transferred', '2026-11-23T08:30', 'reception', { note: 'Kèm bản chính' }),
    event('claimed', '2026-11-23T09:00', 'specialist'),
    event('appraised', '2026-11-24T10:05', 'specialist'),
    event('approved', '2026-11-24T16:20', 'president'),
  ],
};

const brief = (facts: ControlFacts) => controlLines(facts).map(({ giver, receiver, result, note }) => [`${giver.unit}, ${giver.person ?? '?'}`, `${receiver.unit}, ${receiver.person ?? '?'}`, result, note]);

test('each hand-over names who gave, who acted next, and how the step stood to its own limit', () => {
  assert.deepEqual(brief(FACTS), [
    ['Người nộp hồ sơ, Nguyễn Thị Mẫu', 'Trung tâm Phục vụ hành chính công, Lê Thị Nhận', null, null],
    ['Trung tâm Phục vụ hành chính công, Lê Thị Nhận', 'Văn phòng, Trần Văn Thẩm', 'on-time', 'Kèm bản chính'],
    ['Văn phòng, Trần Văn Thẩm', 'Lãnh đạo Ủy ban nhân dân, Nguyễn Thị Chủ', 'early', null],
    ['Lãnh đạo Ủy ban nhân dân, Nguyễn Thị Chủ', 'Văn thư, ?', 'late', null],
  ]);
});

const cases: readonly (readonly [string, readonly ControlEvent[], readonly unknown[]])[] = [
  ['a dossier that goes back says so with its reason', [event('sent-back', '2026-11-24T11:00', 'president', { note: 'Thiếu trích lục' }), event('appraised', '2026-11-24T12:00', 'specialist')],
    ['Lãnh đạo Ủy ban nhân dân, Nguyễn Thị Chủ', 'Văn phòng, Trần Văn Thẩm', null, 'Trả lại bước trước: Thiếu trích lục']],
  ['a supplement goes to the citizen', [event('supplement-requested', '2026-11-24T11:00', 'specialist', { note: 'Ảnh mờ' })],
    ['Văn phòng, Trần Văn Thẩm', 'Người nộp hồ sơ, Nguyễn Thị Mẫu', null, 'Yêu cầu bổ sung: Ảnh mờ']],
  ['what was supplemented from the phone comes from the citizen', [event('supplement-answered', '2026-11-24T11:00', null), event('appraised', '2026-11-24T12:00', 'specialist')],
    ['Người nộp hồ sơ, Nguyễn Thị Mẫu', 'Văn phòng, Trần Văn Thẩm', null, null]],
  ['another unit is named as the history names it', [event('moved-to-unit', '2026-11-24T11:00', 'specialist', { to: 'Phòng Kinh tế', note: 'Đúng lĩnh vực' })],
    ['Văn phòng, Trần Văn Thẩm', 'Phòng Kinh tế, ?', null, 'Đúng lĩnh vực']],
  ['who took a hand-over over stands beside it', [event('moved-to-unit', '2026-11-24T11:00', 'specialist', { to: 'Phòng Kinh tế', note: 'Đúng lĩnh vực' }), event('taken-over', '2026-11-24T13:40', 'clerk', { from: 'Văn phòng', giver: 'Trần Văn Thẩm', to: 'Phòng Kinh tế' })],
    ['Văn phòng, Trần Văn Thẩm', 'Phòng Kinh tế, Phạm Thị Thư', null, 'Đúng lĩnh vực']],
  ['the moment at which it was taken over is a line of its own', [event('taken-over', '2026-11-24T13:40', 'clerk', { from: 'Văn phòng', giver: 'Trần Văn Thẩm', to: 'Phòng Kinh tế' })],
    ['Văn phòng, Trần Văn Thẩm', 'Phòng Kinh tế, Phạm Thị Thư', null, 'Đã nhận bàn giao']],
  ['what was turned back goes to where it came from, with the reason', [event('turned-back', '2026-11-24T13:40', 'clerk', { to: 'Phòng Tư pháp', note: 'Không thuộc phòng' })],
    ['Văn phòng, Phạm Thị Thư', 'Phòng Tư pháp, ?', null, 'Không nhận bàn giao: Không thuộc phòng']],
  ['what goes to an agency of the province names it', [event('sent-to-agency', '2026-11-24T13:40', 'specialist', { agency: 'Sở Tư pháp', number: '12/UBND', note: 'Xác minh hộ tịch' })],
    ['Văn phòng, Trần Văn Thẩm', 'Sở Tư pháp, ?', null, 'Gửi cơ quan cấp tỉnh: Xác minh hộ tịch']],
  ['what the agency answers comes from it', [event('agency-answered', '2026-11-24T13:40', 'specialist', { agency: 'Sở Tư pháp', number: '88/STP', note: 'Đúng sổ gốc' })],
    ['Sở Tư pháp, ?', 'Văn phòng, Trần Văn Thẩm', null, 'Cơ quan cấp tỉnh trả lời: Đúng sổ gốc']],
  ['the result goes to whoever took it', [event('handed-over', '2026-11-26T09:00', 'reception', { returnedTo: 'Trần Văn Chồng' })],
    ['Trung tâm Phục vụ hành chính công, Lê Thị Nhận', 'Người nộp hồ sơ, Trần Văn Chồng', null, null]],
  ['somebody whose account nobody knows any more acts for the centre', [event('transferred', '2026-11-24T11:00', 'gone'), event('appraised', '2026-11-24T12:00', 'specialist')],
    ['Trung tâm Phục vụ hành chính công, ?', 'Văn phòng, Trần Văn Thẩm', null, null]],
];

for (const [rule, history, line] of cases) {
  test(rule, () => {
    assert.deepEqual(brief({ ...FACTS, history })[0], line);
  });
}

test('claims, urging and notes are no hand-over', () => {
  assert.deepEqual(brief({ ...FACTS, history: [event('claimed', '2026-11-24T11:00', 'specialist'), event('urged', '2026-11-24T12:00', 'president')] }), []);
});
