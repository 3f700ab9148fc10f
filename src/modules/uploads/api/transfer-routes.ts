import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Answer, defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { BundleParams, ChunkQuery, FinishQuery, StartTransferRequest, TransferParams, TransferResponse } from '../contract/transfer-schemas.ts';
import { MAX_CHUNK_BYTES } from '../domain/upload-limits.ts';
import { type BundleKey } from '../store/bundles.ts';
import { findByLink } from './bundle-by-link.ts';
import { type UploadsDeps } from './deps.ts';
import { finishTransfer, startTransfer, takeChunk, transferStatus } from './transfers.ts';

/** Files in pieces, for lines that break: announce, send pieces, ask how much is here, finish. Each answer says what is durably here. */
export function transferRoutes(deps: UploadsDeps): readonly Route[] {
  const within = async (token: string, work: (key: BundleKey) => Promise<Result<TransferResponse>>): Promise<Answer> => {
    const bundle = await findByLink(deps, token);
    if (bundle === undefined) return problemAnswer({ code: 'uploads.not-found' });
    const outcome = await work({ commune_code: bundle.commune_code, id: bundle.id });
    return outcome.ok ? json(outcome.value) : problemAnswer(outcome.problem);
  };

  return [
    defineRoute({
      method: 'POST', url: '/api/paper-bundles/:token/transfers', policy: anyoneOrKiosk, summary: 'Báo một tệp sắp gửi / Announce a file', tag: 'uploads', kind: 'api', perMinute: 240,
      schema: { params: BundleParams, body: StartTransferRequest, response: TransferResponse },
      handle: ({ params, body, context }) => within(params.token, (key) => startTransfer(deps, key, body, context.now)),
    }),
    defineRoute({
      method: 'PUT', url: '/api/paper-bundles/:token/transfers/:id', policy: anyoneOrKiosk, summary: 'Gửi một phần của tệp / Send a piece of a file', tag: 'uploads', kind: 'api', bodyLimit: MAX_CHUNK_BYTES, perMinute: 1200,
      schema: { params: TransferParams, query: ChunkQuery, response: TransferResponse },
      handle: ({ params, query, request, context }) => {
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        return within(params.token, (key) => takeChunk(deps, key, params.id, { at: Number(query.at), bytes }, context.now));
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/paper-bundles/:token/transfers/:id', policy: anyoneOrKiosk, summary: 'Máy chủ đã có bao nhiêu / How much the server has', tag: 'uploads', kind: 'api', perMinute: 600,
      schema: { params: TransferParams, response: TransferResponse },
      handle: ({ params }) => within(params.token, (key) => transferStatus(deps, key, params.id)),
    }),
    defineRoute({
      method: 'POST', url: '/api/paper-bundles/:token/transfers/:id/finish', policy: anyoneOrKiosk, summary: 'Tệp đã đủ / The file is whole', tag: 'uploads', kind: 'api', perMinute: 240,
      schema: { params: TransferParams, query: FinishQuery, response: TransferResponse },
      handle: ({ params, query, context }) => within(params.token, (key) => finishTransfer(deps, key, params.id, query.keep === '1', context.now)),
    }),
  ];
}
