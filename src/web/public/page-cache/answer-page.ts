import { type Answer, html, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { compressPage, pageEncodingOf } from './compress-page.ts';

/** Answers a page that belongs to one person or one moment: compressed for the line, and kept by nobody. */
export async function answerPage(input: Pick<RouteInput<RouteSchema>, 'request'>, page: string, status = 200): Promise<Answer> {
  const encoding = pageEncodingOf(input.request.headers['accept-encoding']);
  const body = await compressPage(Buffer.from(page), encoding, 'once');
  return html(body, status, {
    'cache-control': 'no-store',
    'vary': 'Accept-Encoding, Cookie',
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  });
}
