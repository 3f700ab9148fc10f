import { type Route } from '../../../platform/http/route.ts';
import { type FormPagesDeps } from './deps.ts';
import { answersRoutes } from './answers-routes.ts';
import { draftRoutes } from './draft-routes.tsx';
import { givenRoutes } from './given-routes.tsx';
import { groupRoutes } from './group-routes.tsx';
import { printRoutes } from './print-routes.tsx';
import { reuseRoutes } from './reuse-routes.tsx';
import { reviewRoutes } from './review-routes.tsx';
import { scanRoutes } from './scan-routes.ts';

/** The citizen's pages of a declaration with a form: beginning, one group of questions a page, review, sending, opening it again; and what was declared or printed, for the office. */
export function formPageRoutes(deps: FormPagesDeps): readonly Route[] {
  return [...draftRoutes(deps), ...reviewRoutes(deps), ...printRoutes(deps), ...givenRoutes(deps), ...reuseRoutes(deps), ...groupRoutes(deps), ...answersRoutes(deps), ...scanRoutes(deps)];
}
