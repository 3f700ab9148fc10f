export { addKeptFiles } from './api/add-kept-files.ts';
export { bundleByToken, type BundleState, bundleState, type SlotState } from './api/bundle-state.ts';
export { type UploadsDeps, type UploadWords } from './api/deps.ts';
export { bundlePicture } from './api/draw-page.ts';
export { type BundlePath, type BundlePlan, bundleToken, openBundle, type SlotPlan } from './api/open-bundle.ts';
export { bundleFingerprint, prepareBundle, type ReadyBundle, takeBundle, type TakenPaper } from './api/take-bundle.ts';
export { uploadRoutes } from './api/upload-routes.ts';
export { UPLOAD_PROBLEMS } from './contract/problems.ts';
export { purgeBundles } from './jobs/purge-bundles.ts';
