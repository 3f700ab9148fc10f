import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { arrangePages, nextTurn, type PageAction } from '../domain/arrange-pages.ts';
import { type BundleKey } from '../store/bundles.ts';
import { changePage as writePage, listPages, orderPages, removePage } from '../store/pages.ts';
import { deleteTransfer } from '../store/transfers.ts';
import { lockOpenBundle } from './bundle-by-link.ts';
import { type UploadsDeps } from './deps.ts';

/** Turns a page, moves it, leaves it out, or keeps it although it looks bad. Refuses a page that is not there and a bundle that is over or taken. */
export async function changePage(deps: UploadsDeps, key: BundleKey, slotId: string, pageId: string, action: PageAction, now: Date): Promise<Result<undefined>> {
  return deps.db.transaction().execute(async (tx) => {
    const open = await lockOpenBundle(tx, key, now);
    if (!open.ok) return open;
    const pages = (await listPages(tx, key)).filter((page) => page.slotId === slotId);
    const page = pages.find(({ id }) => id === pageId);
    if (page === undefined) return refuse('uploads.page-unknown');
    const ids = pages.map(({ id }) => id);
    switch (action) {
      case 'turn':
        await writePage(tx, key, pageId, { turn: nextTurn(page.turn) });
        break;
      case 'up':
      case 'down':
        await orderPages(tx, key, arrangePages(ids, pageId, action));
        break;
      case 'remove':
        await removePage(tx, key, pageId);
        break;
      case 'keep':
        await writePage(tx, key, pageId, { kept_anyway: true });
        break;
    }
    return ok(undefined);
  });
}

/** Leaves a file out of which only a part has come. Nothing happens when it is not there. Refuses a bundle that is over or taken. */
export async function dropTransfer(deps: UploadsDeps, key: BundleKey, transferId: string, now: Date): Promise<Result<undefined>> {
  return deps.db.transaction().execute(async (tx) => {
    const open = await lockOpenBundle(tx, key, now);
    if (open.ok) await deleteTransfer(tx, key, transferId);
    return open.ok ? ok(undefined) : open;
  });
}
