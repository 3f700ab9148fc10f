import { onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { ChangeUnitBody, PreviewUnitBody, UnitChangedView, UnitChangeParams, UnitPreviewView, UnitTreeView, WithdrawUnitBody } from '../contract/units.ts';
import { changeUnits, previewUnitChange, type UnitDeps, withdrawUnitChange } from './change-units.ts';
import { unitTree } from './unit-tree.ts';

const tag = 'identity';
const administrator = onlyRoles('administrator');

/** The routes by which the administrator keeps the units and villages of the own commune. */
export function unitRoutes(deps: UnitDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/units/tree', policy: administrator, summary: 'Đơn vị, thôn và lịch sử thay đổi / Units and villages of every time, and their changes', tag, kind: 'api', schema: { response: UnitTreeView },
      handle: async ({ context }) => json(await unitTree(deps, staffOf(context.actor).communeCode, context.now)),
    }),
    defineRoute({
      method: 'POST', url: '/api/units/preview', policy: administrator, summary: 'Xem trước thay đổi đơn vị / What a change of units would move, and what is in its way', tag, kind: 'api', schema: { body: PreviewUnitBody, response: UnitPreviewView },
      handle: async ({ body, context }) => json(await previewUnitChange(deps, staffOf(context.actor), body, context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/units/changes', policy: administrator, summary: 'Thêm, đổi tên, đóng, sáp nhập, chia đơn vị từ một ngày / Change units or villages from a day on', tag, kind: 'api', schema: { body: ChangeUnitBody, response: UnitChangedView },
      handle: async ({ body, context }) => {
        const changed = await changeUnits(deps, staffOf(context.actor), body, context);
        return changed.ok ? json(changed.value) : problemAnswer(changed.problem);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/units/changes/:id/withdraw', policy: administrator, summary: 'Rút thay đổi chưa đến ngày / Take back a change that has not begun', tag, kind: 'api', schema: { params: UnitChangeParams, body: WithdrawUnitBody, response: UnitChangedView },
      handle: async ({ params, body, context }) => {
        const withdrawn = await withdrawUnitChange(deps, staffOf(context.actor), params.id, body.commandId, context);
        return withdrawn.ok ? json(withdrawn.value) : problemAnswer(withdrawn.problem);
      },
    }),
  ];
}
