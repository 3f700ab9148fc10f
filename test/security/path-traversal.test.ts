import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Actor } from '../../src/kernel/actor.ts';
import { createTwoCommunes, type TwoCommunes } from '../matrix-things.ts';
import { nameOf } from './by-schema.ts';

let program: TwoCommunes;
before(async () => { program = await createTwoCommunes(); });
after(() => program.close());

/** Ways out of a folder, in the spellings that servers have fallen for. */
const WAYS_OUT = [
  '../../../../etc/passwd', '..%2f..%2f..%2f..%2fetc%2fpasswd', '%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd', '..%252f..%252fetc%252fpasswd', '..\\..\\..\\package.json', '..%5c..%5c..%5cpackage.json',
  '....//....//package.json', '%2fetc%2fpasswd', 'file:%2f%2f%2fetc%2fpasswd', '..%c0%af..%c0%afetc/passwd', '.%2e/.%2e/package.json', 'index.html%2f..%2f..%2fpackage.json', '..', '.', '%2e%2e', '~%2f.ssh%2fid_rsa',
  'secret-key', '..%2fsecret-key', '..%2f..%2fsecret-key', 'C:%5cWindows%5cwin.ini', '%5c%5cxau.example%5cshare', 'con', 'a%0d%0ab', '.env', '..;/package.json',
] as const;
/** What stands in files that nobody was meant to be given. */
const LOOT = /root:.*:0:0:|"name": "xaso"|"dependencies"|BEGIN [A-Z ]*PRIVATE KEY|\[fonts\]/u;

test('no way out of a folder leads to a file, in any place of any address, for strangers and for staff', async () => {
  const seats: readonly Actor[] = [{ kind: 'anonymous' }, program.home.staff.reception.actor];
  const { id = '' } = (await program.make('dossier', program.home)).params;
  const known: Readonly<Record<string, string>> = { id, token: program.links.token('dossier', id), code: '1.004873' };
  let visitors = 0;
  let asked = 0;
  for (const route of program.routes) {
    const places = [...route.url.matchAll(/:(\w+)|\*/gu)].map(([place]) => place);
    if (route.method !== 'GET' || places.length === 0) continue;
    for (const place of places) {
      for (const way of WAYS_OUT) {
        const url = route.url.replaceAll(/:(\w+)|\*/gu, (one, name: string | undefined) => (one === place ? way : (known[name ?? ''] ?? 'x')));
        for (const actor of seats) {
          visitors += 1;
          asked += 1;
          const answer = await program.server.inject({ method: 'GET', url, headers: program.as(actor), remoteAddress: `10.7.${String((visitors >> 8) & 255)}.${String(visitors & 255)}` });
          // The workspace is not built where tests run, which has its own sentence.
          assert.ok(answer.statusCode < 500 || /^\/(?:can-bo|dang-nhap)\b/u.test(route.url), `${nameOf(route)} with ${way}: ${String(answer.statusCode)} ${answer.body.slice(0, 200)}`);
          assert.doesNotMatch(answer.body, LOOT, `${nameOf(route)} with ${way}`);
        }
      }
    }
  }
  assert.ok(asked > 2_000, `only ${String(asked)} were asked`);
});
