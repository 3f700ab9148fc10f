import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { bindPages, type DossiersDeps } from '../../dossiers/index.ts';
import { bundleFingerprint, bundlePicture, type BundleState, bundleState, prepareBundle, takeBundle } from '../../uploads/index.ts';
import { type ScannedSheet, type SentPapersInput } from '../contract/scan-schemas.ts';
import { type CounterPapers, type PrintedDraft, type TakenWithForm } from './deps.ts';

type CounterDeps = Pick<DossiersDeps, 'db' | 'files' | 'links' | 'procedureInForce'>;

/** What a refusal of the bundle means across the counter; any other one is told as it is. */
const MEANS: Readonly<Record<string, 'form.scan-papers-arriving' | 'form.scan-papers-changed'>> = { 'uploads.arriving': 'form.scan-papers-arriving', 'uploads.changed': 'form.scan-papers-changed', 'uploads.taken': 'form.scan-papers-changed', 'uploads.not-found': 'form.scan-papers-changed' };

function atCounter<T>(result: Result<T>): Result<T> {
  if (result.ok) return result;
  const { code, facts } = result.problem;
  const means = MEANS[code];
  return means === undefined ? result : refuse(means, facts);
}

/**
 * The papers that were sent with the draft of a printed form. What the office was shown is what it takes: anything that came, went or was turned in between
 * is refused, so that it is looked at; what was shown in time is taken even when the time of the draft ends before the reception is saved.
 */
export function counterPapers(deps: () => CounterDeps & Parameters<typeof bindPages>[0]): CounterPapers {
  const stateOf = ({ communeCode, dossierId }: PrintedDraft, now: Date): Promise<BundleState | undefined> => bundleState(deps(), communeCode, dossierId, now);
  return {
    show: async (draft, locale, now) => {
      const state = await stateOf(draft, now);
      return state?.phase !== 'open' ? null : shown(deps(), draft, state, locale, now);
    },
    ready: async (draft, wishes, now) => {
      const { seen = '', leftOut = [], withoutArriving = false } = wishes ?? {};
      const state = await stateOf(draft, now);
      const nothing = seen === '' && (state === undefined || state.phase !== 'open');
      if (nothing) return ok({ papers: [], leftOut: [], take: () => Promise.resolve(ok(undefined)) });
      if (state === undefined) return refuse('form.scan-papers-gone');
      const { db, ...rest } = deps();
      const ready = atCounter(await prepareBundle(
        { ...rest, db, bindPages: (code, { fileName, pages }, at) => bindPages({ ...rest, db }, code, { fileName, pages: [...pages] }, at) },
        draft.communeCode, draft.dossierId, now, { allowMissing: true, withoutArriving, leaveOut: leftOut.map(({ paper }) => paper), seen },
      ));
      return ready.ok ? ok(taken(state, leftOut, ready.value.papers, async (tx, dossierId) => atCounter(await takeBundle(tx, ready.value, `dossier:${dossierId}`, now)))) : ready;
    },
    picture: ({ communeCode, dossierId }, fileId, size) => bundlePicture(deps(), communeCode, { bundleId: dossierId, pageId: fileId }, size),
  };
}

function taken({ slots }: BundleState, leftOut: SentPapersInput['leftOut'], papers: readonly { readonly slotId: string; readonly name: string; readonly files: TakenWithForm['papers'][number]['files'] }[], take: TakenWithForm['take']): TakenWithForm {
  return {
    papers: papers.map(({ slotId, name, files }) => ({ requirementId: slotId, name, files })),
    leftOut: slots.flatMap(({ id, name, files }) => {
      const left = files.length === 0 ? undefined : leftOut.find(({ paper }) => paper === id);
      return left === undefined ? [] : [{ name: name.vi, reason: left.reason.normalize('NFC').trim() }];
    }),
    take,
  };
}

async function shown({ db, procedureInForce }: CounterDeps, { communeCode, dossierId, draftId, procedureCode }: PrintedDraft, { slots }: BundleState, locale: Locale, now: Date): Promise<ScannedSheet['sentPapers']> {
  const here = slots.filter(({ files }) => files.length > 0);
  const arriving = slots.flatMap((slot) => slot.arriving.map(({ fileName, byteCount, received }) => ({ fileName, percent: Math.floor((received / Math.max(1, byteCount)) * 100) })));
  if (here.length === 0 && arriving.length === 0) return null;
  const procedure = await procedureInForce(communeCode, procedureCode, now.getTime());
  return {
    draftId,
    seen: await bundleFingerprint(db, communeCode, dossierId),
    papers: here.map(({ id, name, files }) => ({
      id, name: locale === 'en' ? (name.en ?? name.vi) : name.vi, asked: procedure?.papers.some((paper) => paper.id === id) === true,
      files: files.map((file) => ({ id: file.id, fileName: file.fileName, pages: file.pages, signed: file.signed, warning: file.looks })),
    })),
    arriving,
  };
}
