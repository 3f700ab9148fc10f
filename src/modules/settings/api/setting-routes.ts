import { onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/result.ts';
import { defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { SettingChanged, SettingChangeRequest, SettingHistory, SettingHistoryQuery, SettingPreview, SettingPreviewRequest, SettingReturnRequest, SettingsResponse } from '../contract/setting-schemas.ts';
import { changeSetting, previewSetting, returnToSetting } from './change-setting.ts';
import { allSettings, type SettingsDeps } from './deps.ts';
import { historyView, settingsView } from './setting-view.ts';

const tag = 'settings';
const administrator = onlyRoles('administrator');

/** What the office decides for itself: read, tried dry, changed from a day on, brought back from the history. For administrators. */
export function settingsRoutes(deps: SettingsDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/settings', policy: administrator, summary: 'Cài đặt của xã / The settings of the commune', tag, kind: 'api', schema: { response: SettingsResponse },
      handle: async ({ context }) => json(await settingsView(deps, staffOf(context.actor), context.now, context.locale)),
    }),
    defineRoute({
      method: 'POST', url: '/api/settings/preview', policy: administrator, summary: 'Đổi thì có gì khác / What a change would affect', tag, kind: 'api', schema: { body: SettingPreviewRequest, response: SettingPreview },
      handle: async ({ body, context }) => {
        const preview = await previewSetting(deps, body, staffOf(context.actor), context);
        return preview.ok ? json(preview.value) : problemAnswer(preview.problem);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/settings/changes', policy: administrator, summary: 'Đổi cài đặt / Change a setting', tag, kind: 'api', schema: { body: SettingChangeRequest, response: SettingChanged },
      handle: async ({ body, context }) => {
        const changed = await changeSetting(deps, body, staffOf(context.actor), context);
        return changed.ok ? json(changed.value) : problemAnswer(changed.problem);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/settings/returns', policy: administrator, summary: 'Dùng lại giá trị cũ / Bring an earlier value back', tag, kind: 'api', schema: { body: SettingReturnRequest, response: SettingChanged },
      handle: async ({ body, context }) => {
        const changed = await returnToSetting(deps, body, staffOf(context.actor), context);
        return changed.ok ? json(changed.value) : problemAnswer(changed.problem);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/settings/changes', policy: administrator, summary: 'Lịch sử cài đặt / The history of the settings', tag, kind: 'api', schema: { query: SettingHistoryQuery, response: SettingHistory },
      handle: async ({ query, context }) => {
        const key = query.key ?? null;
        if (key !== null && !allSettings(deps).some((setting) => setting.key === key)) return problemAnswer(refuse('settings.unknown').problem);
        return json(await historyView(deps, staffOf(context.actor), { key, before: query.before === undefined ? null : Number(query.before), now: context.now }, context.locale));
      },
    }),
  ];
}
