import { type Answer, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { answerPage } from '../../../web/public/page-cache/answer-page.ts';

/** Answers a page that belongs to one person: nobody keeps it and no search engine lists it. */
export async function answerPersonal(input: Pick<RouteInput<RouteSchema>, 'request'>, page: string, status = 200): Promise<Answer> {
  return withHeaders(await answerPage(input, page, status), { 'x-robots-tag': 'noindex, nofollow' });
}

/** The same for a page whose address is a secret: links on it do not tell where the reader came from. */
export async function answerSecret(input: Pick<RouteInput<RouteSchema>, 'request'>, page: string, status = 200): Promise<Answer> {
  return withHeaders(await answerPersonal(input, page, status), { 'referrer-policy': 'no-referrer' });
}

function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  return answer.kind === 'html' ? { ...answer, headers: { ...answer.headers, ...headers } } : answer;
}
