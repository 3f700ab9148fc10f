export { checkDevices } from './api/check-devices.ts';
export { type DevicesDeps } from './api/deps.ts';
export { devicePageRoutes } from './api/device-page-routes.tsx';
export { deviceRoutes } from './api/device-routes.ts';
export { withDevices } from './api/identify-device.ts';
export { DEVICE_PROBLEMS } from './contract/problems.ts';
export { purgeDevices } from './jobs/purge-devices.ts';
