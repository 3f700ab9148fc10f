import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type LinkSigner } from '../../../platform/secrets/link-signer.ts';
import { type BundlePhase, judgeBundle } from '../domain/judge-bundle.ts';
import { type BundleRow, findBundle, findBundleByTokenHash, listSlots, type SlotRow } from '../store/bundles.ts';
import { listPages, type PageRow } from '../store/pages.ts';
import { listTransfers, type TransferRow } from '../store/transfers.ts';
import { type ReceivedFile } from '../../../web/public/received-files/received-files.tsx';
import { type UploadWords } from './deps.ts';
import { bundlePath } from './open-bundle.ts';

/** One paper of a bundle with what is here of it. */
export interface SlotState {
  readonly id: string;
  readonly name: UploadWords;
  readonly help: UploadWords | null;
  readonly onlyWhen: UploadWords | null;
  readonly anyOf: string | null;
  readonly required: boolean;
  /** It is not called for; it may be sent all the same. */
  readonly other: boolean;
  /** Whole, checked and on the disk, in the order of the pages. */
  readonly files: readonly ReceivedFile[];
  /** Began to arrive and are not whole yet. */
  readonly arriving: readonly { readonly id: string; readonly fileName: string; readonly byteCount: number; readonly received: number }[];
}

/** How a bundle stands: what the server has confirmed, and what is missing before it may be handed in. */
export interface BundleState {
  readonly id: string;
  readonly communeCode: string;
  readonly title: UploadWords;
  readonly returnPath: string;
  /** Where papers are added. */
  readonly path: string;
  readonly phase: BundlePhase;
  readonly expiresAt: Date;
  readonly takenAt: Date | null;
  readonly slots: readonly SlotState[];
  /** Papers that are always needed and of which nothing is here. */
  readonly missing: readonly SlotState[];
  /** Nothing is missing, and of no file only a part is here. */
  readonly complete: boolean;
  /** What the opener wanted back; null when it was nothing, or when the papers were taken. */
  readonly memo: unknown;
}

/** How the bundle of this id stands; undefined when there is none (never opened, or gone with its time). */
export async function bundleState({ db, links }: { readonly db: Database | Tx; readonly links: LinkSigner }, communeCode: string, id: string, now: Date): Promise<BundleState | undefined> {
  const bundle = await findBundle(db, { commune_code: communeCode, id });
  return bundle === undefined ? undefined : stateOf({ db, links }, bundle, now);
}

/** How the bundle of this commune behind a secret link stands; undefined for a link that leads to none. */
export async function bundleByToken({ db, links }: { readonly db: Database; readonly links: LinkSigner }, communeCode: string, token: string, now: Date): Promise<BundleState | undefined> {
  const bundle = await findBundleByTokenHash(db, links.hash(token));
  return bundle?.commune_code === communeCode ? stateOf({ db, links }, bundle, now) : undefined;
}

/** The same of a bundle that was found by its link. */
export async function stateOf({ db, links }: { readonly db: Database | Tx; readonly links: LinkSigner }, bundle: BundleRow, now: Date): Promise<BundleState> {
  const [slots, pages, transfers] = [await listSlots(db, bundle), await listPages(db, bundle), await listTransfers(db, bundle)];
  const path = bundlePath(links, bundle.id);
  const states = slots.map((slot) => slotState(path, slot, pages, transfers));
  const verdict = judgeBundle(
    {
      expiresAt: bundle.expires_at.getTime(),
      takenAt: bundle.taken_at?.getTime() ?? null,
      slots: states.map((slot) => ({ id: slot.id, required: slot.required, anyOf: slot.anyOf, files: slot.files.length, arriving: slot.arriving.length })),
    },
    now.getTime(),
  );
  return {
    id: bundle.id, communeCode: bundle.commune_code, title: bundle.title as UploadWords, returnPath: bundle.return_path, path,
    phase: verdict.phase, expiresAt: bundle.expires_at, takenAt: bundle.taken_at, slots: states,
    missing: states.filter((slot) => verdict.missing.includes(slot.id)), complete: verdict.complete, memo: bundle.memo,
  };
}

function slotState(path: string, slot: SlotRow, pages: readonly PageRow[], transfers: readonly TransferRow[]): SlotState {
  return {
    id: slot.id, name: slot.name as UploadWords, help: slot.help as UploadWords | null, onlyWhen: slot.only_when as UploadWords | null, anyOf: slot.any_of, required: slot.required, other: slot.other,
    files: pages.filter(({ slotId }) => slotId === slot.id).map((page) => ({
      id: page.id, fileName: page.fileName, mediaType: page.mediaType, byteCount: page.byteCount, pages: page.pages, turn: page.turn, signed: page.signed,
      looks: page.looks, keptAnyway: page.keptAnyway, picture: `${path}/anh/${page.id}`,
    })),
    arriving: transfers.filter(({ slot_id }) => slot_id === slot.id).map((transfer) => ({ id: transfer.id, fileName: transfer.file_name, byteCount: transfer.byte_count, received: transfer.received })),
  };
}
