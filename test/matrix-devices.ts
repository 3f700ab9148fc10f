import { type DeviceKind } from '../src/kernel/actor.ts';
import { type MatrixRow, rows } from './matrix-rules.ts';

/** Devices for administrators, and the pages of devices: a part of the one table. */
export const DEVICE_ROWS: readonly MatrixRow[] = [
  ...rows(['administrator'], ['GET /api/devices', 'POST /api/devices', 'POST /api/devices/look']),
  { route: 'POST /api/devices/:id/revoke', letsIn: ['administrator'], thing: { kind: 'device', done: ['administrator'], doneOutsideField: ['administrator'], missing: 'device.not-found' } },
  // Nobody but devices; everybody else is led to where devices are paired.
  ...['GET /thiet-bi/ki-ot', 'GET /thiet-bi/ki-ot/xong', 'GET /thiet-bi/man-hinh', 'GET /thiet-bi/quay'].map((route): MatrixRow => ({ route, letsIn: [], signInAt: '/thiet-bi' })),
];

const EVERY_DEVICE: readonly DeviceKind[] = ['kiosk', 'display', 'counter-screen'];

/** What a device of the office may open, by route; every other route of the program refuses it. */
export const DEVICE_DOORS: Readonly<Record<string, readonly DeviceKind[]>> = {
  'GET /thiet-bi': EVERY_DEVICE,
  'GET /phong-chu/:version/:file': EVERY_DEVICE,
  'GET /favicon.svg': EVERY_DEVICE,
  'GET /favicon.ico': EVERY_DEVICE,
  'GET /robots.txt': EVERY_DEVICE,
  'GET /manifest.webmanifest': EVERY_DEVICE,
  'GET /thiet-bi/man-hinh': ['display'],
  'GET /thiet-bi/quay': ['counter-screen'],
  ...Object.fromEntries([
    'GET /thiet-bi/ki-ot', 'GET /thiet-bi/ki-ot/xong', 'GET /', 'GET /lua-chon', 'GET /tro-giup/lua-dao', 'GET /tim', 'GET /viec/:event', 'GET /linh-vuc', 'GET /linh-vuc/:slug', 'GET /thu-tuc',
    'GET /thu-tuc/:code', 'GET /t/:code', 'GET /t/:code/in', 'GET /t/:code/ap-phich.svg', 'GET /t/:code/ap-phich.pdf', 'GET /khai/:code', 'POST /khai/:code', 'GET /tra-cuu', 'POST /tra-cuu',
    'GET /giay-to/:token', 'GET /giay-to/:token/:slot', 'POST /giay-to/:token/:slot', 'POST /giay-to/:token/:slot/trang', 'GET /giay-to/:token/anh/:pageId', 'GET /giay-to/tai-len/:file',
    'POST /api/paper-bundles/:token/transfers', 'PUT /api/paper-bundles/:token/transfers/:id', 'GET /api/paper-bundles/:token/transfers/:id', 'POST /api/paper-bundles/:token/transfers/:id/finish',
    'GET /to-khai/bat-dau/:code', 'POST /to-khai/bat-dau/:code', 'GET /to-khai/tiep-tuc', 'POST /to-khai/tiep-tuc', 'GET /to-khai/:token', 'GET /to-khai/khai.js', 'GET /to-khai/doc-ma.js', 'GET /to-khai/doc-the.js', 'GET /to-khai/:token/:group', 'POST /to-khai/:token/:group', 'POST /to-khai/:token/:group/luu',
    'GET /to-khai/:token/ai-khai', 'POST /to-khai/:token/ai-khai', 'GET /to-khai/:token/dong-y', 'POST /to-khai/:token/dong-y/chu-ky', 'POST /to-khai/:token/dong-y/ma', 'POST /to-khai/:token/dong-y/ghi-am', 'GET /dong-y/dong-y.js', 'GET /dong-y/:secret', 'POST /dong-y/:secret',
    'GET /khai-mot-lan/bat-dau/:slug', 'POST /khai-mot-lan/bat-dau/:slug', 'GET /khai-mot-lan/:token', 'POST /khai-mot-lan/:token/chon', 'POST /khai-mot-lan/:token/khai/:member', 'POST /khai-mot-lan/:token/sua-cung', 'GET /khai-mot-lan/:token/de-sau', 'POST /khai-mot-lan/:token/de-sau', 'GET /khai-mot-lan/:token/xoa', 'POST /khai-mot-lan/:token/xoa',
    'GET /to-khai/:token/xem-lai', 'GET /to-khai/:token/giay-to', 'POST /to-khai/:token/gui', 'GET /to-khai/:token/da-co', 'POST /to-khai/:token/da-co', 'GET /to-khai/:token/de-sau', 'POST /to-khai/:token/de-sau', 'GET /to-khai/:token/xoa', 'POST /to-khai/:token/xoa', 'GET /h/:token/to-khai',
    'GET /h/:token', 'POST /h/:token/mo', 'GET /h/:token/bo-sung', 'POST /h/:token/bo-sung', 'GET /h/:token/bo-sung/chup/:itemId', 'GET /h/:token/bo-sung/:itemId/:sha256', 'GET /h/:token/tep/:fileId', 'GET /h/:token/rut',
    'POST /h/:token/rut', 'GET /h/:token/nop-tien', 'GET /h/:token/nop-tien/:id', 'GET /h/:token/giay/:paperId', 'GET /x', 'POST /x', 'GET /x/:code', 'POST /x/:code',
  ].map((route) => [route, ['kiosk'] as const])),
};
