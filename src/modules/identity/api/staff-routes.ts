import { onlyRoles, staffOf, withRight } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Answer, defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import {
  AddStaffBody,
  ChangeStaffBody,
  EndLeaveBody,
  LeaveBody,
  ResetPasswordBody,
  type StaffSaved,
  StaffParams,
  StaffSavedView,
  StaffView,
  toStaffAnswer,
  toUnitsAnswer,
  UnitsView,
} from '../contract/staff.ts';
import { StaffFiguresView } from '../contract/staff-figures.ts';
import { listUnits } from '../store/commune.ts';
import { listStaffMembers } from '../store/staff-administration.ts';
import { addStaff, type StaffDeps } from './add-staff.ts';
import { changeStaff } from './change-staff.ts';
import { staffFigures } from './staff-figures.ts';
import { endLeave, enterLeave } from './staff-leave.ts';
import { resetPassword } from './reset-password.ts';

const TAG = 'identity';
const administrator = onlyRoles('administrator');
/** What gives somebody rights, or a way in, wants a fresh proof of who does it. */
const rightsGiver = withRight(administrator, 'recover-account');

/** The routes by which the administrator looks after the people of his or her own commune. */
export function staffRoutes(deps: StaffDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      url: '/api/staff',
      policy: administrator,
      summary: 'Cán bộ của xã và vị trí hôm nay / The people of the commune and their positions of today',
      tag: TAG,
      kind: 'api',
      schema: { response: StaffView },
      handle: async ({ context }) => {
        const today = dateAt(context.now.getTime());
        return json(toStaffAnswer(await listStaffMembers(deps.db, staffOf(context.actor).communeCode, today), today));
      },
    }),
    defineRoute({
      method: 'GET',
      url: '/api/staff/figures',
      policy: administrator,
      summary: 'Tỷ lệ tài khoản và đăng nhập / Figures on accounts and sign-ins, with the people behind them',
      tag: TAG,
      kind: 'api',
      schema: { response: StaffFiguresView },
      handle: async ({ context }) => json(await staffFigures(deps.db, staffOf(context.actor).communeCode, dateAt(context.now.getTime()))),
    }),
    defineRoute({
      method: 'GET',
      url: '/api/units',
      policy: administrator,
      summary: 'Đơn vị và lĩnh vực để phân công / Units and fields that positions can be tied to',
      tag: TAG,
      kind: 'api',
      schema: { response: UnitsView },
      handle: async ({ context }) => {
        const { communeCode } = staffOf(context.actor);
        const today = dateAt(context.now.getTime());
        return json(toUnitsAnswer(await listUnits(deps.db, communeCode, today), deps.listFields(communeCode, today)));
      },
    }),
    defineRoute({
      method: 'POST',
      url: '/api/staff',
      policy: rightsGiver,
      summary: 'Thêm cán bộ / Add a member of staff',
      tag: TAG,
      kind: 'api',
      schema: { body: AddStaffBody, response: StaffSavedView },
      handle: async ({ body, context }) => answer(await addStaff(deps, staffOf(context.actor), body, context)),
    }),
    defineRoute({
      method: 'PUT',
      url: '/api/staff/:id',
      policy: rightsGiver,
      summary: 'Sửa tên, vị trí, đóng hoặc mở tài khoản / Change the name, the positions, close or reopen the account',
      tag: TAG,
      kind: 'api',
      schema: { params: StaffParams, body: ChangeStaffBody, response: StaffSavedView },
      handle: async ({ params, body, context }) => answer(await changeStaff(deps, staffOf(context.actor), params.id, body, context)),
    }),
    defineRoute({
      method: 'POST',
      url: '/api/staff/:id/leave',
      policy: rightsGiver,
      summary: 'Ghi kỳ nghỉ và người làm thay / Enter somebody’s leave and who acts meanwhile',
      tag: TAG,
      kind: 'api',
      schema: { params: StaffParams, body: LeaveBody, response: StaffSavedView },
      handle: async ({ params, body, context }) => answer(await enterLeave(deps, staffOf(context.actor), params.id, body, context)),
    }),
    defineRoute({
      method: 'POST',
      url: '/api/leaves/:id/end',
      policy: administrator,
      summary: 'Kết thúc kỳ nghỉ / End a leave early or take it back',
      tag: TAG,
      kind: 'api',
      schema: { params: StaffParams, body: EndLeaveBody, response: StaffSavedView },
      handle: async ({ params, body, context }) => answer(await endLeave(deps, staffOf(context.actor), params.id, body, context)),
    }),
    defineRoute({
      method: 'POST',
      url: '/api/staff/:id/password',
      policy: rightsGiver,
      summary: 'Đặt lại mật khẩu / Set a new password for somebody who forgot it',
      tag: TAG,
      kind: 'api',
      schema: { params: StaffParams, body: ResetPasswordBody, response: StaffSavedView },
      handle: async ({ params, body, context }) => answer(await resetPassword(deps, staffOf(context.actor), params.id, body, context)),
    }),
  ];
}

function answer(outcome: Result<StaffSaved>): Answer {
  return outcome.ok ? json(outcome.value) : problemAnswer(outcome.problem);
}

