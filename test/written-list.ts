import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { type StaffActor } from '../src/kernel/actor.ts';
import { type WholeProgram } from './whole-program.ts';

/** Sends a list of staff of one newcomer and writes it; answers what its slips are asked for with. */
export async function writeOneNewcomer(program: WholeProgram, actor: StaffActor, unitName: string): Promise<{ readonly listId: string; readonly seed: string }> {
  const content = `Họ và tên,Tên đăng nhập,Đơn vị,Vai trò\nLê Thị Mười,muoi.${randomUUID().slice(0, 8)},${unitName},Văn thư\n`;
  const send = async (url: string, fields: Readonly<Record<string, string>>): Promise<{ readonly basis: string }> => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([content]), 'ds.csv');
    const request = new Request('http://xa.test', { method: 'POST', body: form });
    const answer = await program.server.inject({ method: 'POST', url, remoteAddress: '10.6.6.6', headers: { ...program.as(actor), 'content-type': request.headers.get('content-type') ?? '' }, payload: Buffer.from(await request.arrayBuffer()) });
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json();
  };
  const { basis } = await send('/api/staff-lists/preview', {});
  const order = { listId: randomUUID(), seed: randomBytes(32).toString('base64url') };
  await send('/api/staff-lists', { commandId: order.listId, seed: order.seed, basis, close: '', end: '' });
  return order;
}
