import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { LOCALES } from '../../../../platform/i18n/locale.ts';
import { DOSSIER_PAGE_WORDS } from './messages.ts';
import { TrackingPage } from './tracking-page.tsx';
import { type TrackingStep, type TrackingView } from './tracking-view.ts';

function steps(now: number): readonly TrackingStep[] {
  const keys = ['receive', 'appraise', 'approve', 'seal', 'hand-over'] as const;
  return keys.map((key, index) => ({ key, state: index < now ? 'done' : index === now ? 'now' : 'later', doneWords: index < now ? '9 giờ thứ Sáu 20/11' : null }));
}

const RUNNING: TrackingView = {
  code: 'H56.14-261120-0001',
  hasOfficialCode: true,
  declaredCode: null,
  state: 'in-progress',
  submittedWords: '8 giờ thứ Sáu 20/11/2026',
  receivedWords: '8 giờ thứ Sáu 20/11/2026',
  dueWords: 'trước 17 giờ thứ Năm 26/11',
  time: { timeState: 'in-time', timeWords: 'Còn 3 ngày làm việc' },
  trace: ['Tiếp nhận lúc 8 giờ.'],
  steps: steps(1),
  holderRole: 'specialist',
  rejectionReason: null, stopReason: null, negative: false, extendedWords: null, apology: null, withdrawAddress: '/h/x/rut', dataAddress: '/h/x/du-lieu', answersAddress: null, reuseAddress: null, assisted: null, withdrawalDeclined: null, way: null, dateMoved: null, electronicResult: null,
  resultNumber: null,
  returnedWords: null,
  deliveryMethod: 'counter',
  papers: [{ name: 'Giấy chứng sinh', fileCount: 2, erased: false }],
  commune: { centreName: 'Trung tâm xã Hoa Lộc', address: 'Thôn Hoa Phú', hotline: '0237 3865 123' },
  issued: [{ title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', number: '07/TTPVHCC', day: 'thứ Sáu, 20/11/2026', address: '/h/x/giay/1' }], askedSupplement: null, askedPayment: null, openFees: [], answered: false, linked: null, together: null, fees: null, moneyBack: null, feesPaid: false,
};
const WAITING: TrackingView = {
  ...RUNNING, code: 'KB-AAAA-2222', hasOfficialCode: false, declaredCode: 'KB-AAAA-2222', state: 'submitted', receivedWords: null, dueWords: null, trace: [], holderRole: null,
  time: { timeState: 'waiting', timeWords: 'Chờ từ 8 giờ' }, steps: [{ key: 'declared', state: 'done', doneWords: '8 giờ thứ Sáu 20/11/2026' }],
};

const ASKED: NonNullable<TrackingView['askedSupplement']> = {
  faults: [{ id: 'f1', isAnswer: false, paperName: 'Giấy chứng sinh', reasons: ['Ảnh mờ'], words: 'Không đọc được ngày sinh', howToFix: 'Chụp lại', legalBasis: 'Điều 16' }], words: 'Gửi sớm giúp xã',
  untilWords: 'trước 17 giờ thứ Năm 03/12', late: false, again: false, address: '/h/x/bo-sung',
};
const PAY: NonNullable<TrackingView['askedPayment']> = {
  amountWords: '50.000 đ', inWords: 'năm mươi nghìn đồng', reason: 'Phí chứng thực', legalBasis: 'TT 226/2016/TT-BTC', untilWords: 'trước 17 giờ thứ Ba 01/12', late: false, reference: 'XSNTABCDEF', address: '/h/x/nop-tien',
  account: { bankName: 'Vietcombank', number: '1012345678', holder: 'UBND XA HOA LOC', qr: [[true, false], [false, true]] },
};
const OPEN_FEE: TrackingView['openFees'][number] = { id: 'x', amountWords: '8.000 đ', inWords: 'tám nghìn đồng', partly: null, reference: 'XSJD9A7NKE7', qr: [[true, false], [false, true]], address: '/h/x/nop-tien' };
const FEES: NonNullable<TrackingView['fees']> = { lines: [{ label: 'Bản sao trích lục', amount: '8.000 đ', reckoning: null, before: null, basis: '281/2016/TT-BTC, Điều 4', reason: null }], total: '8.000 đ', amount: 8_000, pending: [] };
const LINKED: NonNullable<TrackingView['linked']> = {
  groupName: 'Liên thông khai sinh', dueWords: 'trước 17 giờ thứ Hai 30/11', endedWords: null, time: { timeState: 'in-time', timeWords: 'Còn 5 ngày làm việc' },
  children: [
    { name: 'Đăng ký khai sinh', agencyName: 'Ủy ban nhân dân cấp xã', state: 'finished', words: 'Xong lúc 9 giờ.', wayWords: null, reason: null },
    { name: 'Đăng ký thường trú', agencyName: 'Công an cấp xã', state: 'in-progress', words: 'Đang làm.', wayWords: 'Cơ quan đã nhận.', reason: null },
    { name: 'Cấp thẻ bảo hiểm y tế', agencyName: 'Bảo hiểm xã hội cơ sở', state: 'refused', words: 'Không được giải quyết.', wayWords: null, reason: 'Bé đã có thẻ' },
  ],
};
const VIEWS: Readonly<Record<string, TrackingView>> = {
  'submitted': WAITING,
  'asked for supplements': { ...RUNNING, state: 'supplement-requested', askedSupplement: ASKED },
  'asked again, late': { ...RUNNING, state: 'supplement-requested', askedSupplement: { ...ASKED, words: null, late: true, again: true } },
  'answered': { ...RUNNING, answered: true },
  'asked to pay': { ...RUNNING, state: 'payment-requested', askedPayment: PAY },
  'asked to pay at the counter, late': { ...RUNNING, state: 'payment-requested', askedPayment: { ...PAY, account: null, legalBasis: null, late: true } },
  'submitted without papers': { ...WAITING, papers: [] },
  'rejected': { ...WAITING, state: 'rejected', rejectionReason: 'Ảnh mờ' },
  'received': { ...RUNNING, state: 'received', steps: steps(0), holderRole: 'reception' },
  'in progress': RUNNING,
  'with fees to be paid': { ...RUNNING, openFees: [OPEN_FEE], fees: FEES },
  'with fees that were paid in part': { ...RUNNING, openFees: [{ ...OPEN_FEE, amountWords: '3.000 đ', partly: { paid: '5.000 đ', amount: '8.000 đ' } }], fees: FEES },
  'with too much paid': { ...RUNNING, fees: FEES, feesPaid: true, moneyBack: { owed: '2.000 đ', paidBack: null } },
  'with fees that were paid': { ...RUNNING, fees: FEES, feesPaid: true },
  'in progress by post': { ...RUNNING, deliveryMethod: 'post' },
  'in progress, moved by the calendar': { ...RUNNING, dateMoved: { receiptWords: 'trước 17 giờ thứ Tư 25/11', reason: 'Trụ sở ngập do bão (QĐ 9/QĐ-UBND)' } },
  'overdue': { ...RUNNING, time: { timeState: 'overdue', timeWords: 'Quá hạn 1 ngày' } },
  'excused': { ...RUNNING, extendedWords: 'trước 17 giờ thứ Tư 02/12', apology: 'Chờ Sở Tư pháp trả lời' },
  'excused and decided late': { ...RUNNING, state: 'decided', steps: steps(4), extendedWords: 'trước 17 giờ thứ Tư 02/12', apology: 'Chờ Sở', time: { timeState: 'overdue', timeWords: 'Xong, quá hạn' } },
  'not to be withdrawn': { ...RUNNING, withdrawalDeclined: 'Quyết định đã ký' },
  'paused': { ...RUNNING, time: { timeState: 'paused', timeWords: 'Tạm dừng, còn 2 ngày' } },
  'decided': { ...RUNNING, state: 'decided', steps: steps(4), holderRole: 'reception', resultNumber: '25/2026', time: { timeState: 'finished', timeWords: 'Xong đúng hạn' } },
  'decided late, brought home': { ...RUNNING, state: 'decided', steps: steps(4), deliveryMethod: 'home', time: { timeState: 'overdue', timeWords: 'Xong, quá hạn' } },
  'decided electronically': { ...RUNNING, state: 'decided', steps: steps(4), deliveryMethod: 'electronic', electronicResult: '/h/x/ket-qua' },
  'part of a linked case': { ...RUNNING, linked: LINKED },
  'part of a linked case that has ended': { ...RUNNING, linked: { ...LINKED, dueWords: null, endedWords: '9 giờ thứ Năm 26/11/2026', time: { timeState: 'finished', timeWords: 'Xong đúng hạn' } } },
  'returned': { ...RUNNING, state: 'returned', steps: steps(5), holderRole: null, resultNumber: '25/2026', returnedWords: '9 giờ thứ Năm 26/11/2026' },
};

function draw(dossier: TrackingView, locale: 'vi' | 'en', justSent?: string, kiosk = false): string {
  return renderToStaticMarkup(
    <TrackingPage
      kiosk={kiosk}
      viewersAddress="/h/x/ai-da-xem"
      locale={locale}
      dossier={dossier}
      procedure={{ text: 'Đăng ký khai sinh', lang: 'vi' }}
      missingPapers={dossier.state === 'submitted' ? [{ text: 'Giấy chứng sinh', lang: 'vi' }] : []}
      declareAgain="/khai/1.001193"
      justSent={justSent}
      answerSent={undefined}
      qr={[[true]]}
      address="xa.test/h/x"
    />,
  );
}

test('while something is to be paid nobody is told that there is nothing to do; once it came in the page says so', () => {
  for (const [locale, nothing, paid] of [['vi', 'Chưa phải làm gì', 'Xã đã nhận đủ 8.000 đ'], ['en', 'Nothing yet', 'The office has received 8.000 đ']] as const) {
    const [open, done] = [draw({ ...RUNNING, openFees: [OPEN_FEE], fees: FEES }, locale), draw({ ...RUNNING, fees: FEES, feesPaid: true }, locale)];
    assert.deepEqual([open.includes(nothing), open.includes(paid), done.includes(nothing), done.includes(paid)], [false, false, true, true]);
  }
});

test('what of the fees has come in is told, and what was paid too much or has gone back: nobody pays twice, and nobody’s đồng is forgotten', () => {
  for (const [locale, partly, owed, back] of [
    ['vi', 'Xã đã nhận 5.000 đ trong 8.000 đ; còn thiếu 3.000 đ.', 'Bạn đã nộp thừa, xã trả lại 2.000 đ.', 'Xã đã trả lại 1.000 đ.'],
    ['en', '5.000 đ of 8.000 đ received; 3.000 đ are still missing.', 'You have paid too much; the commune pays 2.000 đ back.', 'The commune has paid 1.000 đ back.'],
  ] as const) {
    const short = draw({ ...RUNNING, openFees: [{ ...OPEN_FEE, amountWords: '3.000 đ', partly: { paid: '5.000 đ', amount: '8.000 đ' } }], fees: FEES }, locale);
    const over = draw({ ...RUNNING, fees: FEES, feesPaid: true, moneyBack: { owed: '2.000 đ', paidBack: '1.000 đ' } }, locale);
    assert.deepEqual([short.includes(partly), short.includes(owed), over.includes(owed), over.includes(back)], [true, false, true, true]);
    assert.ok(!draw({ ...RUNNING, fees: FEES, feesPaid: true }, locale).includes(locale === 'vi' ? 'Tiền trả lại' : 'Money back'));
  }
});

test('whoever has just declared at a kiosk is told to go to the counter, sees the QR first, and nothing that says otherwise', () => {
  for (const locale of LOCALES) {
    const page = draw(WAITING, locale, 'khai-x', true);
    assert.ok(!page.includes(`>${DOSSIER_PAGE_WORDS[locale].next}<`));
    assert.ok(page.indexOf('<svg') > 0 && page.lastIndexOf('<h2') > page.indexOf('qr'), 'the QR stands before the rest');
    assert.equal((page.match(/<h1/g) ?? []).length, 1);
  }
});

for (const [name, view] of Object.entries(VIEWS)) {
  test(`the page of a dossier that is ${name} has one heading, what to do next, and no sentence with an empty place`, () => {
    for (const locale of LOCALES) {
      for (const page of [draw(view, locale), draw(view, locale, 'khai-x')]) {
        assert.equal((page.match(/<h1/g) ?? []).length, 1);
        assert.ok(page.includes(DOSSIER_PAGE_WORDS[locale].next));
        assert.doesNotMatch(page, /\{\w+\}|undefined|null/);
        const headings = [...page.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map((match) => match[1]);
        assert.deepEqual(headings, [...new Set(headings)], 'nothing is said twice');
      }
    }
  });
}

const SAYS: readonly (readonly [view: string, says: RegExp, doesNot?: RegExp])[] = [
  ['submitted', /Xã xem và tiếp nhận.*Trả kết quả/, /step-done">.*step-done">/],
  ['submitted', /Có khi hồ sơ được tiếp nhận/],
  ['submitted without papers', /Chưa có giấy tờ nào được gửi/],
  ['rejected', /Lý do.*Ảnh mờ.*Khai lại.*step-stopped/, /Hẹn trả kết quả/],
  ['received', /Đến ngày hẹn thì tới Trung tâm xã Hoa Lộc nhận kết quả, mang theo căn cước và giấy hẹn/],
  ['in progress', /Công chức chuyên môn, Trung tâm xã Hoa Lộc/],
  ['in progress', /Trước 17 giờ thứ Năm 26\/11/],
  ['in progress by post', /bưu điện mang đến địa chỉ bạn đã đăng ký/],
  ['overdue', /xã xin lỗi vì để bạn phải chờ/, /Đến ngày hẹn thì tới/],
  ['excused', /xin lỗi bạn.*trước 17 giờ thứ Tư 02\/12.*Chờ Sở Tư pháp trả lời/],
  ['excused and decided late', /mời bạn đến nhận/, /Kết quả sẽ có/],
  ['in progress', /href="\/h\/x\/rut">Xin rút hồ sơ này/],
  ['not to be withdrawn', /chưa đồng ý cho rút.*Quyết định đã ký/],
  ['paused', /class="time paused"/],
  ['decided', /mời bạn đến nhận.*Nơi nhận: Trung tâm xã Hoa Lộc, Thôn Hoa Phú/],
  ['decided late, brought home', /Xã sẽ mang kết quả đến địa chỉ/, /xin lỗi|mời bạn đến nhận/],
  ['part of a linked case', /Cả nhóm liên thông.*Trước 17 giờ thứ Hai 30\/11.*step-done.*Đăng ký khai sinh.*step-now.*Công an cấp xã.*Cơ quan đã nhận.*step-stopped.*Bé đã có thẻ.*Phần việc của xã/],
  ['part of a linked case that has ended', /Xong cả nhóm lúc.*9 giờ thứ Năm 26\/11\/2026/, /Hẹn trả cả nhóm/],
  ['in progress', /Hồ sơ đang đến đâu/, /liên thông/],
  ['in progress', /Giấy của xã gửi bạn.*href="\/h\/x\/giay\/1".*Giấy tiếp nhận hồ sơ và hẹn trả kết quả, số 07\/TTPVHCC/],
  ['decided electronically', /Kết quả điện tử.*href="\/h\/x\/ket-qua"/],
  ['decided', /mời bạn/, /ket-qua/],
  ['returned', /9 giờ thứ Năm 26\/11\/2026.*25\/2026/, /Đang ở/],
];

for (const [name, says, doesNot] of SAYS) {
  test(`a dossier that is ${name} says ${says.source}`, () => {
    const page = draw(VIEWS[name] ?? RUNNING, 'vi');
    assert.match(page, says);
    if (doesNot !== undefined) assert.doesNotMatch(page, doesNot);
  });
}

test('names of papers keep their language on English pages', () => {
  assert.match(draw(RUNNING, 'en'), /<ul lang="vi"><li>Giấy chứng sinh<span lang="en"> \(2 files\)/);
  assert.match(draw(RUNNING, 'en'), /<h1 lang="vi">Đăng ký khai sinh/);
});

test('every sentence exists in both languages with the same places', () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
  for (const [key, vietnamese] of Object.entries(DOSSIER_PAGE_WORDS.vi)) {
    const english = DOSSIER_PAGE_WORDS.en[key as keyof typeof DOSSIER_PAGE_WORDS.en];
    assert.notEqual(english.trim(), '', key);
    assert.deepEqual(places(english), places(vietnamese), key);
  }
});
