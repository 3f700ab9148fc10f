import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSignOn } from './config-sign-on.ts';

const VNEID = { XASO_SSO: 'vneid', XASO_SSO_VNEID_KIND: 'citizen', XASO_SSO_VNEID_ISSUER: 'https://dinhdanh.example.vn/oidc', XASO_SSO_VNEID_CLIENT_ID: 'xa-hoa-loc' };

test('without XASO_SSO there is no provider, whatever else is set', () => {
  assert.deepEqual(readSignOn({ ...VNEID, XASO_SSO: ' ' }), { providers: [], faults: [] });
});

test('a provider has everything that it needs from three settings', () => {
  assert.deepEqual(readSignOn(VNEID), {
    faults: [],
    providers: [
      {
        key: 'vneid', kind: 'citizen', issuer: 'https://dinhdanh.example.vn/oidc', clientId: 'xa-hoa-loc', clientSecret: undefined, label: { vi: 'vneid', en: 'vneid' },
        scope: 'openid profile', algorithm: 'RS256', claimsFile: undefined,
      },
    ],
  });
});

test('several providers are told apart by their names', () => {
  const { providers } = readSignOn({
    ...VNEID, XASO_SSO: 'vneid, tinh', XASO_SSO_VNEID_LABEL: 'VNeID', XASO_SSO_TINH_KIND: 'staff', XASO_SSO_TINH_ISSUER: 'http://localhost:8190', XASO_SSO_TINH_CLIENT_ID: 'xa',
    XASO_SSO_TINH_LABEL: 'Tài khoản tỉnh', XASO_SSO_TINH_LABEL_EN: 'Province account', XASO_SSO_TINH_ALGORITHM: 'ES256', XASO_SSO_TINH_CLIENT_SECRET: 'bi-mat',
  });
  assert.deepEqual(providers.map(({ key, kind, label, algorithm, clientSecret }) => [key, kind, label.vi, label.en, algorithm, clientSecret]), [
    ['vneid', 'citizen', 'VNeID', 'VNeID', 'RS256', undefined],
    ['tinh', 'staff', 'Tài khoản tỉnh', 'Province account', 'ES256', 'bi-mat'],
  ]);
});

for (const [what, change, named] of [
  ['a name with signs', { XASO_SSO: 'VN-eID' }, 'XASO_SSO=VN-eID'],
  ['no kind', { XASO_SSO_VNEID_KIND: '' }, 'XASO_SSO_VNEID_KIND'],
  ['an unknown kind', { XASO_SSO_VNEID_KIND: 'admin' }, 'XASO_SSO_VNEID_KIND'],
  ['no client', { XASO_SSO_VNEID_CLIENT_ID: ' ' }, 'XASO_SSO_VNEID_CLIENT_ID'],
  ['an address without HTTPS elsewhere', { XASO_SSO_VNEID_ISSUER: 'http://dinhdanh.example.vn' }, 'XASO_SSO_VNEID_ISSUER'],
  ['an address with a password', { XASO_SSO_VNEID_ISSUER: 'https://a:b@dinhdanh.example.vn' }, 'XASO_SSO_VNEID_ISSUER'],
  ['an algorithm without keys', { XASO_SSO_VNEID_ALGORITHM: 'none' }, 'XASO_SSO_VNEID_ALGORITHM'],
  ['a scope without openid', { XASO_SSO_VNEID_SCOPE: 'profile' }, 'XASO_SSO_VNEID_SCOPE'],
] as const) {
  test(`a provider with ${what} is refused by the name of the setting`, () => {
    const { providers, faults } = readSignOn({ ...VNEID, ...change });
    assert.deepEqual(providers, []);
    assert.equal(faults.length, 1);
    assert.ok(faults[0]?.vi.startsWith(named) && faults[0].en.startsWith(named), faults[0]?.vi);
  });
}

test('every fault of every provider is named at once, and no secret is shown', () => {
  const { faults } = readSignOn({ XASO_SSO: 'a1,b2', XASO_SSO_A1_CLIENT_SECRET: 'rat-bi-mat' });
  assert.equal(faults.length, 6);
  assert.ok(!JSON.stringify(faults).includes('rat-bi-mat'));
});
