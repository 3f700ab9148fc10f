import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bank, type VietQrRequest, buildVietQr, foldPurpose, parseVietQr } from './vietqr.ts';
import { crc16Hex } from './crc16.ts';

interface VectorFile {
  readonly vectors: readonly {
    readonly input: { readonly bankBin: string; readonly accountNumber: string; readonly amount?: string; readonly purpose?: string };
    readonly payload: string;
  }[];
  readonly published: readonly { readonly payload: string }[];
}

function readData(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), 'utf8'));
}

const { banks } = readData('banks') as { banks: readonly Bank[] };
const { vectors, published } = readData('vietqr-vectors') as VectorFile;

/** Codes whose every character was checked against other makers. */
const KNOWN: readonly (readonly [VietQrRequest, string])[] = [
  [{ bin: '970416', account: '257678859' }, '00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F'],
  [
    { bin: '970416', account: '257678859', amount: 10_000, purpose: 'Chuyển tiền' },
    '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6',
  ],
  [
    { bin: '970416', account: '257678859', amount: 1000, purpose: 'Chuyen tien' },
    '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN62150811Chuyen tien6304BBB8',
  ],
  [
    { bin: '970416', account: '257678859', amount: 999_999, purpose: 'Cảm ơn nhé' },
    '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA530370454069999995802VN62140810Cam on nhe6304E786',
  ],
  [
    { bin: '970436', account: '0123456789', amount: 150_000, purpose: 'AFWD WITHDRAWAL12' },
    '00020101021238540010A00000072701240006970436011001234567890208QRIBFTTA530370454061500005802VN62210817AFWD WITHDRAWAL12630469B7',
  ],
  [{ bin: '970415', account: '112233445566' }, '00020101021138560010A0000007270126000697041501121122334455660208QRIBFTTA53037045802VN63046056'],
  [
    { bin: '970415', account: '112233445566', amount: 8000, purpose: 'H56 14 261122 0001' },
    '00020101021238560010A0000007270126000697041501121122334455660208QRIBFTTA5303704540480005802VN62220818H56 14 261122 00016304999A',
  ],
  [
    { bin: '970405', account: '1500201234567', amount: 50_000, purpose: 'CT 0123 SCTHD 2026' },
    '00020101021238570010A00000072701270006970405011315002012345670208QRIBFTTA53037045405500005802VN62220818CT 0123 SCTHD 202663040216',
  ],
  [
    { bin: '970418', account: '21510000000001', amount: 2000, purpose: 'H56.14-261122-0001' },
    '00020101021238580010A000000727012800069704180114215100000000010208QRIBFTTA5303704540420005802VN62220818H56.14-261122-0001630409D4',
  ],
];

test('codes are made character for character as other makers make them', () => {
  for (const [request, payload] of KNOWN) assert.deepEqual(buildVietQr(request, banks), { ok: true, value: payload });
});

test('every stored vector is made and read back', () => {
  assert.ok(vectors.length >= 7);
  for (const { input, payload } of vectors) {
    const request: VietQrRequest = {
      bin: input.bankBin,
      account: input.accountNumber,
      ...(input.amount === undefined ? {} : { amount: Number(input.amount) }),
      ...(input.purpose === undefined ? {} : { purpose: input.purpose }),
    };
    assert.deepEqual(buildVietQr(request, banks), { ok: true, value: payload });
    assert.deepEqual(parseVietQr(payload), { ok: true, value: { ...request, service: 'QRIBFTTA', dynamic: request.amount !== undefined } });
  }
});

test('published codes of collection services are read', () => {
  for (const { payload } of published) assert.equal(parseVietQr(payload).ok, true, payload);
  const momo = parseVietQr(published[1]!.payload);
  assert.deepEqual(momo.ok && momo.value, {
    bin: '971025', account: 'PSP123456789000000', service: 'QRIBFTTA', dynamic: false, reference: 'MOMOW2W12345678',
  });
});

test('a wrong request is refused with the reason and the field', () => {
  const good: VietQrRequest = { bin: '970416', account: '257678859', amount: 10_000, purpose: 'Le phi' };
  const cases: readonly (readonly [Partial<VietQrRequest>, string, string])[] = [
    [{ bin: '970000' }, 'vietqr.unknown-bank', 'bin'],
    [{ bin: 'ACB' }, 'vietqr.unknown-bank', 'bin'],
    [{ bin: '' }, 'vietqr.unknown-bank', 'bin'],
    [{ account: '' }, 'vietqr.bad-account', 'account'],
    [{ account: '12 34' }, 'vietqr.bad-account', 'account'],
    [{ account: '12345678901234567890' }, 'vietqr.bad-account', 'account'],
    [{ account: 'số 123' }, 'vietqr.bad-account', 'account'],
    [{ account: 'ABCDEF' }, 'vietqr.bad-account', 'account'],
    [{ account: '257678859', to: 'card' }, 'vietqr.bad-card', 'account'],
    [{ amount: 0 }, 'vietqr.amount-not-positive', 'amount'],
    [{ amount: -1 }, 'vietqr.amount-not-positive', 'amount'],
    [{ amount: 0.5 }, 'vietqr.amount-not-whole', 'amount'],
    [{ amount: Number.NaN }, 'vietqr.amount-not-whole', 'amount'],
    [{ amount: 10_000_000_000_000 }, 'vietqr.amount-too-large', 'amount'],
    [{ purpose: 'a'.repeat(26) }, 'vietqr.purpose-too-long', 'purpose'],
    [{ purpose: '!!!' }, 'vietqr.purpose-empty', 'purpose'],
  ];
  for (const [change, code, field] of cases) {
    const built = buildVietQr({ ...good, ...change }, banks);
    assert.deepEqual(built.ok ? built : [built.problem.code, built.problem.field], [code, field], JSON.stringify(change));
  }
});

test('the longest amount and purpose fit, and a purpose is measured without its accents', () => {
  assert.equal(buildVietQr({ bin: '970416', account: '257678859', amount: 9_999_999_999_999 }, banks).ok, true);
  assert.equal(buildVietQr({ bin: '970416', account: '257678859', purpose: 'ế'.normalize('NFD').repeat(25) }, banks).ok, true);
  assert.equal(foldPurpose("  Lệ phí: hộ tịch, H'Đỗ (số 1) "), 'Le phi ho tich HDo so 1');
  assert.equal(foldPurpose('Đăng ký\nđất đai 20/11'), 'Dang ky dat dai 20/11');
});

test('a code to a card says so', () => {
  const built = buildVietQr({ bin: '970436', account: '9704361234567890', to: 'card' }, banks);
  const read = parseVietQr(built.ok ? built.value : '');
  assert.equal(read.ok && read.value.service, 'QRIBFTTC');
});

test('one changed character is noticed', () => {
  const payload = KNOWN[1]![1];
  for (let index = 0; index < payload.length; index++) {
    const changed = payload.slice(0, index) + (payload[index] === '7' ? '8' : '7') + payload.slice(index + 1);
    assert.equal(parseVietQr(changed).ok, false, changed);
  }
});

test('payment codes of other networks and broken chains are refused by name', () => {
  const sealed = (body: string): string => `${body}6304${crc16Hex(`${body}6304`)}`;
  const cases: readonly (readonly [string, string])[] = [
    ['', 'vietqr.malformed'],
    ['hello', 'vietqr.malformed'],
    ['000201', 'vietqr.malformed'],
    [sealed('000201'), 'vietqr.not-vietqr'],
    [sealed('0002012604001253037045802VN'), 'vietqr.not-vietqr'],
    [KNOWN[0]![1].replace(/.{4}$/u, '0000'), 'vietqr.checksum'],
    [sealed(KNOWN[1]![1].slice(0, -8).replace('540510000', '5405100.5')), 'vietqr.amount-not-whole'],
  ];
  for (const [payload, code] of cases) {
    const read = parseVietQr(payload);
    assert.equal(read.ok ? 'accepted' : read.problem.code, code, payload);
  }
});

test('whatever is built is read back, and reading never throws', () => {
  const digits = fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 3, maxLength: 19 });
  fc.assert(
    fc.property(digits, fc.option(fc.integer({ min: 1, max: 9_999_999_999_999 })), fc.string({ unit: 'grapheme', maxLength: 25 }), (account, amount, purpose) => {
      const built = buildVietQr({ bin: '970415', account, ...(amount === null ? {} : { amount }), purpose }, banks);
      if (!built.ok) return;
      const read = parseVietQr(built.value);
      assert.deepEqual(read.ok && [read.value.account, read.value.amount, read.value.purpose ?? ''], [account, amount ?? undefined, foldPurpose(purpose)]);
    }),
  );
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => { parseVietQr(String.fromCharCode(...units)); }));
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789AVN')) }), (text) => { parseVietQr(`000201${text}`); }));
});
