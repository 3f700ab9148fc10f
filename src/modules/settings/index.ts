export { defineSetting, type Setting, type SettingEffect, type SettingGroup } from './api/define-setting.ts';
export { readSetting } from './api/read-setting.ts';
export { type RememberedSettings, rememberSettings } from './api/remembered-settings.ts';
export { countOwnSettings } from './store/own-settings.ts';
export { INSTALLATION } from './domain/resolve-setting.ts';
export { settingsRoutes } from './api/setting-routes.ts';
export { SETTINGS_PROBLEMS } from './contract/problems.ts';
