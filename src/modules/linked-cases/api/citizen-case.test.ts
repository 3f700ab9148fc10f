import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { receptionRequest } from '../../../../test/dossier-house.ts';
import { createLinkedHouse, type LinkedHouse } from '../../../../test/linked-house.ts';

describe('the citizen’s page of a case', () => {
  let house: LinkedHouse;
  before(async () => {
    house = await createLinkedHouse();
  });
  after(() => house.close());

  const open = async (link: string, language: 'vi' | 'en' = 'vi') => {
    const answer = await house.server.inject({ method: 'GET', url: new URL(link).pathname, headers: { cookie: `ngon-ngu=${language}` } });
    assert.equal(answer.statusCode, 200);
    return answer.body.replace(/<(style|script)[^]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  };

  test('shows every agency with its due moment from the first day, then what became of each, and nothing personal', async () => {
    house.clock.set('2026-11-16T08:00:00+07:00');
    house.outcome = ({ agency }) => (agency === 'police' ? { kind: 'acknowledged', externalCode: 'CA-SECRET-7' } : { kind: 'fault', fault: 'server-error' });
    const { id, dossierId, link } = await house.receive();
    const first = await open(link);
    for (const words of ['Cả nhóm liên thông', 'Hẹn trả cả nhóm Trước 17 giờ thứ Năm 19/11', 'Công an cấp xã', 'Bắt đầu ngay khi có kết quả “Đăng ký khai sinh”. Dự kiến xong trước 17 giờ thứ Năm 19/11.', 'Bảo hiểm xã hội cơ sở']) assert.ok(first.includes(words), `${words}\n${first}`);

    await house.decide(dossierId);
    await house.exchange();
    const second = await open(link);
    for (const words of ['Xong lúc 8 giờ thứ Hai 16/11. Kết quả: Giấy khai sinh, số định danh cá nhân.', 'Cơ quan đã nhận.', 'Gửi tới cơ quan chưa được; cán bộ xã đang xử lý, bạn không phải làm gì.']) assert.ok(second.includes(words), `${words}\n${second}`);

    assert.equal((await house.act(id, 'health-insurance', 'repair', { number: 'BG-1', receivedBy: 'Phạm Văn Hiểm' })).status, 200);
    assert.equal((await house.act(id, 'residence', 'record-result', { outcome: 'positive', number: 'TT-SECRET-1' })).status, 200);
    assert.equal((await house.act(id, 'health-insurance', 'record-result', { outcome: 'negative', words: 'Bé đã có thẻ ở nơi khác' })).status, 200);
    const third = await open(link);
    for (const words of ['Xong cả nhóm lúc 8 giờ thứ Hai 16/11/2026', 'Không được giải quyết, trả lời lúc 8 giờ thứ Hai 16/11.', 'Bé đã có thẻ ở nơi khác']) assert.ok(third.includes(words), `${words}\n${third}`);
    for (const page of [first, second, third, await open(link, 'en')]) {
      for (const secret of ['Trần Minh Thử', 'Trần Văn Chủ', 'Nguyễn Thị Mẫu', '003190999901', '0900000012', 'Thôn Hoa Phú, xã Hoa Lộc ', 'CA-SECRET-7', 'TT-SECRET-1', 'BG-1', 'Phạm Văn Hiểm']) assert.equal(page.includes(secret), false, secret);
    }
    assert.ok((await open(link, 'en')).includes('The whole ended at 08:00 on Monday 16 November 2026'));
  });

  test('a dossier by itself has no such part', async () => {
    const { body } = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house));
    assert.equal((await open(String(body['link']))).includes('liên thông'), false);
  });
});
