import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldForSearch } from '../../../kernel/text-folding.ts';
import { loadPlaceIndex, readPlaceData } from '../load-places.ts';
import { placePath, resolveAddress } from './resolve-address.ts';

const data = readPlaceData();
const index = loadPlaceIndex();

function codesOf(text: string): readonly string[] {
  return resolveAddress(text, index).communes.map(({ commune }) => commune.code).sort();
}

/** The stored mapping read without the index: code of a former commune to the codes of today's communes. */
const TODAY = new Map<string, string[]>();
for (const [code, former] of Object.entries(data.mapping.communes)) {
  for (const one of former) TODAY.set(one, [...(TODAY.get(one) ?? []), code].sort());
}
const PROVINCES = new Map(data.former.provinces);
const DISTRICTS = new Map(data.former.districts.map(([code, name, province]) => [code, [name, PROVINCES.get(province) ?? ''] as const]));

/** Every one of the 10,035 former communes: its name, district, province and the communes of today. */
const FORMER = data.former.communes.map(([code, name, district]) => {
  const [districtName, provinceName] = DISTRICTS.get(district) ?? ['', ''];
  return { names: [name, districtName, provinceName] as const, today: TODAY.get(code) ?? [] };
});

const TYPE = /^(?:Thành phố|Thị xã|Thị trấn|Tỉnh|Huyện|Quận|Phường|Xã) /u;
const SHORT: Readonly<Record<string, string>> = { 'Thành phố': 'TP.', 'Thị xã': 'TX.', 'Thị trấn': 'TT.', Tỉnh: 'T.', Huyện: 'H.', Quận: 'Q.', Phường: 'P.', Xã: 'X.' };

test('every former commune, written with its district and province, is exactly the unit of today that the mapping says', () => {
  assert.equal(FORMER.length, 10_035);
  for (const { names, today } of FORMER) {
    assert.ok(today.length > 0, names.join(', '));
    assert.deepEqual(codesOf(names.join(', ')), today, names.join(', '));
  }
});

test('abbreviated types, capitals, a hamlet before and another order change nothing', () => {
  const ways: readonly ((names: readonly string[]) => string)[] = [
    (names) => names.map((name) => name.replace(TYPE, (type) => `${SHORT[type.trim()] ?? ''} `)).join(', '),
    (names) => `Số 12, thôn 3, ${names.join(', ')}, Việt Nam`.toUpperCase(),
    (names) => [...names].reverse().join(' - '),
  ];
  FORMER.forEach(({ names, today }, position) => {
    const text = ways[position % ways.length]!(names);
    assert.deepEqual(codesOf(text), today, text);
  });
});

test('without accents, or without types, the unit of today is always among the answers, and nearly always alone', () => {
  let alone = 0;
  let asked = 0;
  FORMER.forEach(({ names, today }, position) => {
    const text = position % 2 === 0 ? foldForSearch(names.join(', ')) : names.map((name) => name.replace(TYPE, '')).join(', ');
    // a bare number is no name
    if (position % 2 === 1 && /^\d/u.test(text)) return;
    const codes = codesOf(text);
    assert.ok(today.every((code) => codes.includes(code)), text);
    asked += 1;
    if (codes.length === today.length) alone += 1;
  });
  assert.ok(alone / asked > 0.98, `${alone} of ${asked}`);
});

test('one swapped pair of letters is forgiven in longer names', () => {
  for (const { names, today } of FORMER.filter((_, position) => position % 7 === 0)) {
    const [type = ''] = TYPE.exec(names[0]) ?? [];
    const name = foldForSearch(names[0].slice(type.length));
    if (name.length < 6) continue;
    const middle = Math.floor(name.length / 2);
    const spoiled = name.slice(0, middle) + name.charAt(middle + 1) + name.charAt(middle) + name.slice(middle + 2);
    const text = `${type}${spoiled}, ${names[1]}, ${names[2]}`;
    const codes = codesOf(text);
    assert.ok(today.every((code) => codes.includes(code)), text);
  }
});

test('names that had ended before March 2025 are found too', () => {
  for (const [name, district, province, code] of data.mapping.earlier) {
    assert.ok(codesOf(`${name}, ${district}, ${province}`).includes(code), `${name}, ${district}, ${province}`);
  }
});

test('every commune of today is the first answer to its name and province, and is found without accents and type', () => {
  assert.equal(index.units.communes.length, 3321);
  for (const commune of index.units.communes) {
    const written = placePath(commune);
    assert.ok(resolveAddress(written, index).communes[0]?.commune === commune, written);
    const bare = foldForSearch(commune.fullName.replace(/^(?:Phường|Xã|Đặc khu) /u, ''));
    assert.ok(codesOf(`${bare}, ${foldForSearch(commune.province.fullName)}`).includes(commune.code), bare);
  }
});

test('every former district gives all communes of today that have a part of it, every former province its one successor', () => {
  for (const district of index.units.formerDistricts) {
    const answer = resolveAddress(placePath(district), index);
    assert.equal(answer.level, 'district', placePath(district));
    assert.ok(district.today.length > 0 && district.today.every((commune) => answer.communes.some((one) => one.commune === commune)), placePath(district));
  }
  assert.equal(index.units.formerProvinces.length, 63);
  for (const province of index.units.formerProvinces) {
    for (const text of [province.fullName, province.fullName.replace(TYPE, ''), foldForSearch(province.fullName)]) {
      const answer = resolveAddress(text, index);
      assert.deepEqual([answer.level, answer.provinces.map(({ code }) => code)], ['province', [province.today.code]], text);
    }
  }
});

test('addresses are read the way people write them', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['xã Hoa Lộc, huyện Hậu Lộc, tỉnh Thanh Hóa', 'Xã Hoa Lộc, Tỉnh Thanh Hoá', ''],
    ['Thôn 1, xã Hoa Lộc, tỉnh Thanh Hóa', 'Xã Hoa Lộc, Tỉnh Thanh Hoá', 'Thôn 1'],
    ['123 Đường Số 1, Phường 2, Quận 3, TP Hồ Chí Minh', 'Phường Bàn Cờ, Thành phố Hồ Chí Minh', '123 Đường Số 1'],
    ['P.2 Q.3 TPHCM', 'Phường Bàn Cờ, Thành phố Hồ Chí Minh', ''],
    ['p02, q03, tp.hcm', 'Phường Bàn Cờ, Thành phố Hồ Chí Minh', ''],
    ['Ward 2, District 3, Ho Chi Minh City, Vietnam', 'Phường Bàn Cờ, Thành phố Hồ Chí Minh', ''],
    ['xax Hoa Loocj, huyeenj Haauj Loocj, Thanh Hoas', 'Xã Hoa Lộc, Tỉnh Thanh Hoá', ''],
    ['TT. Hậu Lộc, H. Hậu Lộc, T. Thanh Hóa', 'Xã Hậu Lộc, Tỉnh Thanh Hoá', ''],
    ['Tổ dân phố 4, phường Nam Định, tỉnh Ninh Bình', 'Phường Nam Định, Tỉnh Ninh Bình', 'Tổ dân phố 4'],
    ['xa phien, long my, hau giang', 'Xã Xà Phiên, Thành phố Cần Thơ', ''],
    ['phuc xa ba dinh ha noi', 'Phường Hồng Hà, Thành phố Hà Nội', ''],
    ['Xã Phó Bảng, tỉnh Tuyên Quang', 'Xã Phố Bảng, Tỉnh Tuyên Quang', ''],
    ['Huyện Côn Đảo, Bà Rịa - Vũng Tàu', 'Đặc khu Côn Đảo, Thành phố Hồ Chí Minh', ''],
    ['Thị trấn Trần Phú, huyện Văn Chấn, Yên Bái', 'Xã Thượng Bằng La, Tỉnh Lào Cai', ''],
    ['Số 2, phường Ba Đình, thành phố Hà Nội', 'Phường Ba Đình, Thành phố Hà Nội', 'Số 2'],
    ['Xã Ia Mơ, huyện Chư Prông, tỉnh Gia Lai', 'Xã Ia Mơ, Tỉnh Gia Lai', ''],
  ];
  for (const [text, path, detail] of cases) {
    const answer = resolveAddress(text, index);
    assert.deepEqual([answer.communes.map(({ commune }) => placePath(commune)), answer.ambiguous, answer.detail], [[path], false, detail], text);
  }
});

test('the answer says how it follows', () => {
  const old = resolveAddress('xã Hoa Lộc, huyện Hậu Lộc, tỉnh Thanh Hóa', index).communes[0];
  assert.deepEqual([old?.how, old?.from && placePath(old.from), old?.errors], ['former-commune', 'Xã Hoa Lộc, Huyện Hậu Lộc, Tỉnh Thanh Hóa', 0]);
  const today = resolveAddress('Xã Hoa Lộc, Thanh Hóa', index).communes[0];
  assert.deepEqual([today?.how, today?.from?.fullName], ['current', undefined]);
  const spoiled = resolveAddress('xã Hoa Lcộ, huyện Hậu Lộc, tỉnh Thanh Hóa', index).communes[0];
  assert.deepEqual([spoiled?.how, spoiled?.errors], ['former-commune', 1]);
});

test('what the text does not tell apart is a list, the likeliest first', () => {
  const divided = resolveAddress('phường Dịch Vọng, quận Cầu Giấy, Hà Nội', index);
  assert.deepEqual(divided.communes.map(({ commune }) => commune.fullName).sort(), ['Phường Cầu Giấy', 'Phường Nghĩa Đô']);
  const namesakes = resolveAddress('xã Tân Lập', index);
  assert.ok(namesakes.ambiguous && namesakes.communes.length > 10);
  assert.equal(namesakes.communes[0]?.how, 'current');
  const wardOrDistrict = resolveAddress('Số 1 Đại Cồ Việt, Hai Bà Trưng, Hà Nội', index);
  assert.equal(wardOrDistrict.communes[0]?.commune.fullName, 'Phường Hai Bà Trưng');
  assert.ok(wardOrDistrict.communes.length > 1);
  const contradiction = resolveAddress('xã Hoa Lộc, huyện Nga Sơn, tỉnh Thanh Hóa', index);
  assert.equal(contradiction.level, 'district');
  assert.ok(contradiction.communes.some(({ commune }) => commune.fullName === 'Xã Hoa Lộc'));
});

test('text that names no unit has level none and keeps its words', () => {
  for (const text of ['', ' ', 'abc xyz', 'Việt Nam', '???', '12', 'Lô 5']) {
    const answer = resolveAddress(text, index);
    assert.deepEqual({ ...answer, communes: codesOf(text) }, { level: 'none', provinces: [], communes: [], ambiguous: false, detail: text.trim() }, text);
  }
});

test('no text makes the search throw', () => {
  const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
  const words = fc.array(fc.constantFrom('xã', 'xa', 'TP.', 'P.', '12', 'Hoa Lộc', 'hau loc', ',', 'tỉnh', 'Thanh Hóa', 'tt', 'h', '|', 'q3', 'quan', 'Vn')).map((list) => list.join(' '));
  fc.assert(fc.property(fc.oneof(anyText, words), (text) => { resolveAddress(text, index); }));
  resolveAddress('xã Hoa Lộc, '.repeat(5000), index);
});
