import { type Route } from '../../../platform/http/route.ts';
import { type UploadsDeps } from './deps.ts';
import { transferRoutes } from './transfer-routes.ts';
import { uploadPageRoutes } from './upload-page-routes.ts';

/** Papers by phone: the pages, and the way in pieces that their script takes. */
export function uploadRoutes(deps: UploadsDeps): readonly Route[] {
  return [...uploadPageRoutes(deps), ...transferRoutes(deps)];
}
