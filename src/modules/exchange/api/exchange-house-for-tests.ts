import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createDossierHouse, type DossierHouse } from '../../../../test/dossier-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { type ImportResponse, type RowsResponse, type RunResponse } from '../contract/exchange-schemas.ts';
import { EXCHANGE_PROBLEMS } from '../contract/problems.ts';
import { type Mapping } from '../domain/mapping.ts';
import { type Outgoing } from '../domain/outgoing-message.ts';
import { type ExchangeDeps } from './deps.ts';
import { queueState } from './sync-dossier.ts';
import { exchangeRoutes } from './exchange-routes.ts';

/** A house with the routes of the exchange, and short ways through the wizard. */
export interface ExchangeHouse {
  readonly house: DossierHouse;
  readonly clerk: StaffActor;
  /** Sends a file; the answer's body is parsed. */
  send(content: string | Buffer, options?: { readonly name?: string; readonly actor?: StaffActor; readonly sheet?: string }): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }>;
  /** Reads a file and checks it in the way that was guessed. */
  check(content: string | Buffer, change?: (mapping: Mapping) => Mapping): Promise<ImportResponse>;
  rows(id: string): Promise<RowsResponse['items']>;
  /** Writes until nothing is left. */
  run(id: string, actor?: StaffActor): Promise<RunResponse>;
  /** Reads, checks and writes. */
  bring(content: string | Buffer): Promise<RunResponse>;
  count(table: string, where?: string): Promise<number>;
}

const PROCEDURES = [
  { code: '1.001193', name: 'Đăng ký khai sinh' },
  { code: '1.004873', name: 'Xác nhận tình trạng hôn nhân' },
  { code: '9.000001', name: 'Thủ tục chưa rõ thời hạn' },
];

/** What the tests call the system that files come from. */
export const SOURCE = { code: 'cong-dvcqg', name: 'Cổng Dịch vụ công quốc gia' };

/** Builds the house; the caller closes `house`. */
export async function createExchangeHouse(outgoing?: Outgoing): Promise<ExchangeHouse> {
  const house = await createDossierHouse((dossiers) => {
    const deps: ExchangeDeps = { db: dossiers.db, newId: dossiers.newId, dossiers, proceduresOf: () => PROCEDURES, outgoing, randomBytes: dossiers.randomBytes };
    return exchangeRoutes(deps);
  }, EXCHANGE_PROBLEMS, { onStateChange: (tx, change) => queueState(randomUUID, tx, change) });
  const clerk = house.commune.staff.clerk.actor;

  const send: ExchangeHouse['send'] = async (content, { name = 'ho-so.csv', actor = clerk, sheet = '' } = {}) => {
    const form = new FormData();
    form.append('commandId', randomUUID());
    form.append('importId', randomUUID());
    form.append('sheet', sheet);
    form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
    const request = new Request('http://xa.test', { method: 'POST', body: form });
    // Lets the house know the actor.
    await house.call(actor, 'GET', '/api/exchange/imports');
    const answer = await house.server.inject({
      method: 'POST', url: '/api/exchange/imports', headers: { 'x-actor': actor.staffId, 'content-type': request.headers.get('content-type') ?? '' }, payload: Buffer.from(await request.arrayBuffer()),
    });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };
  const check: ExchangeHouse['check'] = async (content, change = (mapping) => mapping) => {
    const sent = await send(content);
    assert.equal(sent.status, 200, JSON.stringify(sent.body));
    const read = sent.body as unknown as ImportResponse;
    const answer = await house.call(clerk, 'POST', `/api/exchange/imports/${read.id}/check`, { commandId: randomUUID(), source: SOURCE, headingLines: read.headingLines, mapping: change(read.mapping) });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body as unknown as ImportResponse;
  };
  const run: ExchangeHouse['run'] = async (id, actor = clerk) => {
    for (;;) {
      const answer = await house.call(actor, 'POST', `/api/exchange/imports/${id}/run`, { commandId: randomUUID() });
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      const ran = answer.body as unknown as RunResponse;
      if (ran.left === 0) return ran;
    }
  };
  return {
    house,
    clerk,
    send,
    check,
    run,
    rows: async (id) => ((await house.call(clerk, 'GET', `/api/exchange/imports/${id}/rows`)).body as unknown as RowsResponse).items,
    bring: async (content) => run((await check(content)).id),
    count: async (table, where = 'true') => {
      const { rows } = await house.database.owner.pool.query<{ count: number }>(`select count(*)::int as count from ${table} where ${where}`);
      return rows[0]?.count ?? 0;
    },
  };
}

const HEAD = 'Mã hồ sơ;Mã TTHC;Trạng thái;Kênh;Ngày nộp;Ngày tiếp nhận;Ngày hẹn trả;Người nộp;Số định danh;Số điện thoại;Địa chỉ';

/** A file with these lines, each a change of a line that is right. */
export function csvOf(...lines: readonly Readonly<Partial<Record<'code' | 'procedure' | 'status' | 'channel' | 'submitted' | 'received' | 'due' | 'name' | 'number' | 'phone' | 'address', string>>>[]): string {
  const body = lines.map((line, index) => {
    const right = {
      code: `H56.14-261120-${String(index + 1).padStart(4, '0')}`, procedure: '1.004873', status: '2', channel: '2', submitted: '20/11/2026 08:00', received: '20/11/2026 09:00', due: '26/11/2026 17:00',
      name: 'Nguyễn Thị Mẫu', number: '003190999901', phone: '0900000012', address: 'Thôn Hoa Phú, xã Hoa Lộc', ...line,
    };
    return [right.code, right.procedure, right.status, right.channel, right.submitted, right.received, right.due, right.name, right.number, right.phone, right.address].join(';');
  });
  return `${[HEAD, ...body].join('\n')}\n`;
}
