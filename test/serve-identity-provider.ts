import { startIdentityProvider } from './identity-provider.ts';

/** Where the office is that people come from. */
const office = process.env['XASO_PUBLIC_URL'] ?? 'http://127.0.0.1:8080';
const provider = await startIdentityProvider([office], ['vneid', 'tinh'], Number(process.env['PORT'] ?? 8190), 'people choose');
// Log-outs at the provider are told to the office.
provider.deliver = async (path, body) => (await fetch(`${office}${path}`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body })).status;

const lines = (['citizen', 'staff'] as const).map((kind) => provider.settings(kind)).flatMap(({ key, kind, issuer, clientId, clientSecret, label, scope }) =>
  Object.entries({ KIND: kind, ISSUER: issuer, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret ?? '', LABEL: label.vi, LABEL_EN: label.en, SCOPE: scope }).map(([name, value]) => `export XASO_SSO_${key.toUpperCase()}_${name}='${value}'`),
);
process.stdout.write(`${['Development identity provider for the office at', office, '', 'export XASO_SSO=vneid,tinh', ...lines].join('\n')}\n`);
