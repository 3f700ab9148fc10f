import { onlyRoles, staffOf, withRight } from '../../../kernel/actor.ts';
import { type Answer, bytes, defineRoute, json, problemAnswer, type Route, showing } from '../../../platform/http/route.ts';
import { PreviewResponse, SlipsBody, TemplateParams, WrittenResponse } from '../contract/staff-list-schemas.ts';
import { type StaffListDeps } from './deps.ts';
import { faultsFile } from './faults-file.ts';
import { listTemplate } from './list-template.ts';
import { previewList } from './preview-list.ts';
import { LIST_BYTES, readSentList, readSentOrder } from './read-upload.ts';
import { printSlips } from './sign-in-slips.ts';
import { writeList } from './write-list.ts';

const tag = 'staff-lists';
const administrator = onlyRoles('administrator');
/** A list gives rights and makes passwords: as for one person, whoever writes it has just proved who sits there. */
const rightsGiver = withRight(administrator, 'recover-account');
const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' } as const;
const bodyLimit = LIST_BYTES + 1024 * 1024;

function file(content: Buffer, format: 'xlsx' | 'csv', name: string): Answer {
  return bytes(content, TYPES[format], { 'content-disposition': `attachment; filename="${name}.${format}"` });
}

/** A list of staff from a spreadsheet: the template, the preview, the faults, the writing, the slips. */
export function staffListRoutes(deps: StaffListDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/staff-lists/template/:format', policy: administrator, summary: 'Tệp mẫu danh sách cán bộ / The template of a list of staff', tag, kind: 'api',
      schema: { params: TemplateParams },
      handle: async ({ params, context }) => file(await listTemplate(deps, staffOf(context.actor).communeCode, context.now, params.format), params.format, 'danh-sach-can-bo'),
    }),
    defineRoute({
      method: 'POST', url: '/api/staff-lists/preview', policy: administrator, summary: 'Xem trước danh sách, chưa ghi gì / Say what a list would do; nothing is written', tag, kind: 'api',
      schema: { response: PreviewResponse }, bodyLimit,
      handle: async ({ request, context }) => {
        const sent = await readSentList(request);
        if (!sent.ok) return problemAnswer(sent.problem);
        const preview = await previewList(deps, sent.value, staffOf(context.actor), context);
        return preview.ok ? json(preview.value) : problemAnswer(preview.problem);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/staff-lists/faults', policy: administrator, summary: 'Danh sách kèm cột lỗi / The same list with a column of faults', tag, kind: 'api',
      schema: {}, bodyLimit,
      handle: async ({ request, context }) => {
        const sent = await readSentList(request);
        if (!sent.ok) return problemAnswer(sent.problem);
        const faults = await faultsFile(deps, sent.value, staffOf(context.actor), context);
        return faults.ok ? file(faults.value.bytes, faults.value.format, 'danh-sach-can-sua') : problemAnswer(faults.problem);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/staff-lists', policy: rightsGiver, summary: 'Ghi danh sách đã xem trước / Write a list as its preview showed it', tag, kind: 'api',
      schema: { response: WrittenResponse }, bodyLimit,
      handle: async ({ request, context }) => {
        const order = await readSentOrder(request);
        if (!order.ok) return problemAnswer(order.problem);
        const written = await writeList(deps, order.value, staffOf(context.actor), context);
        return written.ok ? json(written.value) : problemAnswer(written.problem);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/staff-lists/slips', policy: rightsGiver, summary: 'Phiếu đăng nhập lần đầu / Slips for the first sign-in, right after the list was written', tag, kind: 'api',
      schema: { body: SlipsBody },
      shows: { action: 'staff-list.slips-printed' },
      handle: async ({ body, context }) => {
        const slips = await printSlips(deps, body, staffOf(context.actor), context.now);
        if (!slips.ok) return problemAnswer(slips.problem);
        return showing(bytes(slips.value.pdf, 'application/pdf', { 'content-disposition': 'inline; filename="phieu-dang-nhap.pdf"' }), { object: `staff-list:${body.listId}`, count: slips.value.count });
      },
    }),
  ];
}
