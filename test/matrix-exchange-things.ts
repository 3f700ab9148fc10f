import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type Actor } from '../src/kernel/actor.ts';
import { type TestCommune } from './commune.ts';
import { type ExchangeThing } from './matrix-rules.ts';
import { type WholeProgram } from './whole-program.ts';

/** What the makers stand on. */
interface Ground extends WholeProgram {
  readonly send: (actor: Actor, method: string, url: string, body?: unknown) => Promise<{ readonly status: number; readonly body: string; readonly code: string | undefined }>;
  readonly receive: (commune: TestCommune) => Promise<string>;
}

const IMPORT_FILE = 'Mã hồ sơ,Mã TTHC,Trạng thái,Họ tên\nH56.14-261120-0001,1.004873,1,Nguyễn Thị Mẫu\n';
const IMPORT_WAY = {
  source: { code: 'cong-dvcqg', name: 'Cổng Dịch vụ công quốc gia' },
  headingLines: { from: 1, to: 1 },
  mapping: {
    fields: { externalCode: { heading: 'Mã hồ sơ' }, procedure: { heading: 'Mã TTHC' }, status: { heading: 'Trạng thái' }, fullName: { heading: 'Họ tên' }, channel: { fixed: '2' } },
    dateOrder: 'day-first', statuses: {}, channels: {}, procedures: {},
  },
};

/** Makes the things of the exchange. */
export function exchangeMakers(program: Ground): Readonly<Record<ExchangeThing, (commune: TestCommune) => Promise<Readonly<Record<string, string>>>>> {
  const { send, receive } = program;
  const readFile = async (commune: TestCommune): Promise<string> => {
    const form = new FormData();
    const id = randomUUID();
    form.append('commandId', randomUUID());
    form.append('importId', id);
    form.append('file', new Blob([IMPORT_FILE], { type: 'text/csv' }), 'cong.csv');
    const request = new Request('http://xa.test', { method: 'POST', body: form });
    const answer = await program.server.inject({
      method: 'POST', url: '/api/exchange/imports', headers: { ...program.as(commune.staff.clerk.actor), 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    assert.equal(answer.statusCode, 200, answer.body);
    return id;
  };

  /** A received dossier that another system knows, with a difference from it and a state that it is still to be told. */
  const exchanged = async (commune: TestCommune, what: 'mismatch' | 'message'): Promise<string> => {
    const dossierId = await receive(commune);
    const id = randomUUID();
    const { pool } = program.database.owner;
    const { code } = commune.commune;
    await pool.query("insert into exchange_source values ($1, 'cong', 'Cổng', '{}', now(), $2, 'Thư') on conflict do nothing", [code, commune.staff.clerk.id]);
    await pool.query("update dossier set external_code = code, source_system = 'cong' where id = $1", [dossierId]);
    if (what === 'mismatch') await pool.query("insert into exchange_mismatch values ($1, $2, $3, 'cong', 'name', 'A', 'B', now(), 'open')", [code, id, dossierId]);
    else await pool.query("insert into exchange_message (commune_code, id, dossier_id, external_code, source_code, status, channel, occurred_at, state, next_try_at) select $1, $2, id, code, 'cong', 2, 1, now(), 'waiting', '2100-01-01' from dossier where id = $3", [code, id, dossierId]);
    return id;
  };

  return {
    'import': async (commune) => ({ id: await readFile(commune) }),
    'checked import': async (commune) => {
      const id = await readFile(commune);
      const answer = await send(commune.staff.clerk.actor, 'POST', `/api/exchange/imports/${id}/check`, { commandId: randomUUID(), ...IMPORT_WAY });
      assert.equal(answer.status, 200, answer.body);
      return { id };
    },
    mismatch: async (commune) => ({ id: await exchanged(commune, 'mismatch') }),
    message: async (commune) => ({ id: await exchanged(commune, 'message') }),
  };
}

/** A right request for each route of the exchange. */
export const EXCHANGE_BODIES: Readonly<Record<string, () => Readonly<Record<string, unknown>>>> = {
  'POST /api/exchange/imports/:id/check': () => ({ commandId: randomUUID(), ...IMPORT_WAY }),
  'POST /api/exchange/mismatches/:id/decision': () => ({ commandId: randomUUID(), decision: 'theirs-accepted', words: '' }),
  'POST /api/exchange/messages/:id/by-hand': () => ({ commandId: randomUUID() }),
  'POST /api/exchange/messages/:id/resend': () => ({ commandId: randomUUID() }),
  'POST /api/exchange/imports/:id/run': () => ({ commandId: randomUUID() }),
};
