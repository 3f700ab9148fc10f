import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DOSSIER_VALUES, dossierValue, type WrittenDossier } from './dossier-values.ts';

const DOSSIER: WrittenDossier = {
  code: 'H56.14-261120-0001', procedureCode: '1.004873', procedureName: 'Xác nhận tình trạng hôn nhân', status: 4, channel: 'kiosk', fullName: 'Nguyễn Thị Mẫu', citizenNumber: '003190999901',
  birthDate: '1990-03-05', sex: 'female', phone: '0900000012', email: null, address: 'Thôn Hoa Phú', content: 'Xác nhận để vay vốn', submittedAt: new Date('2026-11-20T09:05:00+07:00'),
  receivedAt: null, dueAt: new Date('2026-11-26T17:00:00+07:00'), decidedAt: null, resultNumber: null,
};

test('values are written as the screens of other systems take them: local moments, national codes, nothing for what is not known', () => {
  assert.deepEqual(DOSSIER_VALUES.map((value) => dossierValue(DOSSIER, value)), [
    'H56.14-261120-0001', '1.004873', 'Xác nhận tình trạng hôn nhân', '4', '2', 'Nguyễn Thị Mẫu', '003190999901', '05/03/1990', 'Nữ', '0900000012', '', 'Thôn Hoa Phú', 'Xác nhận để vay vốn',
    '20/11/2026 09:05', '', '26/11/2026 17:00', '', '',
  ]);
});
