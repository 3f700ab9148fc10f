import { createElement } from 'react';
import { anyone } from '../../../kernel/actor.ts';
import { type ProblemTable } from '../../../kernel/problem-table.ts';
import { type Problem } from '../../../kernel/result.ts';
import { type Answer, defineRoute, html, redirect, type RequestContext, type Route } from '../../../platform/http/route.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { IDENTITY_PROBLEMS, openedCookies, PASSWORD_RULE_WORDS } from '../../identity/index.ts';
import { RecoverForm } from '../contract/access.ts';
import { ACCOUNT_SAFETY_PROBLEMS } from '../contract/problems.ts';
import { RecoverPage, type RecoverPageProps } from '../ui/public/recover-page.tsx';
import { RECOVER_WORDS } from '../ui/public/recover-messages.ts';
import { type AccountSafetyDeps } from './deps.ts';
import { recoverAccount } from './recover-account.ts';

const PATH = '/can-bo/khoi-phuc';
const OWN_ACCOUNT = '/can-bo/tai-khoan';
const SIGN_IN = '/can-bo/dang-nhap';
const TABLE: ProblemTable = { ...IDENTITY_PROBLEMS, ...ACCOUNT_SAFETY_PROBLEMS };

/** The page where the code of a recovery is entered with a new password, for browsers with and without scripts. */
export function recoverPageRoutes(deps: AccountSafetyDeps): readonly Route[] {
  async function page(context: RequestContext, props: Omit<RecoverPageProps, 'locale' | 'passwordRules'>, status = 200): Promise<Answer> {
    const { locale } = context;
    const drawn = createElement(RecoverPage, { locale, passwordRules: PASSWORD_RULE_WORDS[locale], ...props });
    return html(await deps.renderPage({ context, title: RECOVER_WORDS[locale].title, path: PATH, indexed: false }, drawn), status);
  }
  return [
    defineRoute({
      method: 'GET', url: PATH, policy: anyone, summary: 'Trang khôi phục tài khoản cán bộ / Page to recover a staff account', tag: 'account-safety', kind: 'page', schema: {},
      handle: ({ context }) => page(context, { userName: '' }),
    }),
    defineRoute({
      method: 'POST', url: PATH, policy: anyone, summary: 'Đặt mật khẩu mới bằng mã khôi phục / Set a new password with the code of a recovery', tag: 'account-safety', kind: 'page', perMinute: 30,
      schema: { body: RecoverForm },
      handle: async ({ body, context, request }) => {
        const missing = (['userName', 'code', 'password'] as const).filter((name) => body[name].trim() === '');
        if (missing.length > 0) return page(context, { userName: body.userName, missing }, 422);
        const outcome = await recoverAccount(deps, body, context);
        if (!outcome.ok) {
          const { status, sentence } = sayProblem(outcome.problem, context.locale);
          return page(context, { userName: body.userName, ...(outcome.problem.field === 'password' ? { passwordFault: sentence } : { refusal: sentence }) }, status);
        }
        if (outcome.value === undefined) return redirect(SIGN_IN);
        return redirect(OWN_ACCOUNT, { 'set-cookie': openedCookies(outcome.value, deps.secure || request.protocol === 'https') });
      },
    }),
  ];
}

function sayProblem(problem: Problem, locale: Locale): { readonly status: number; readonly sentence: string } {
  const entry = TABLE[problem.code];
  if (entry === undefined) throw new Error(`no words for ${problem.code}`);
  return { status: entry.status, sentence: fillMessage(entry[locale], problem.facts) };
}
