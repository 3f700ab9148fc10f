import { Type } from 'typebox';
import { anyone } from '../../../kernel/actor.ts';
import { plainDateWords } from '../../../kernel/date-words.ts';
import { ok } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Answer, defineRoute, problemAnswer, redirect, type RequestContext, type Route, showing } from '../../../platform/http/route.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { hasElectronicResult } from '../domain/result-access.ts';
import { findResult, type KeptPaperRow } from '../store/kept-papers.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { ResultPage } from '../ui/public/result-page.tsx';
import { RESULT_WORDS } from '../ui/public/result-messages.ts';
import { answerDigits } from './answer-digits.tsx';
import { answerNothingHere } from './answer-nothing-here.tsx';
import { answerSecret } from './answer-personal.ts';
import { type DossiersDeps } from './deps.ts';
import { keptFiles } from './dossier-view.ts';
import { findByLink, SECRET_HEADERS } from './find-by-link.ts';
import { isOpened } from './opened-dossier.ts';
import { mediaTypeOf, sendContent } from './send-file.ts';

/** A result is a handful of files: more is somebody who copies. */
const PER_MINUTE = 30;

interface OwnedResult {
  readonly dossier: DossierRow;
  readonly result: KeptPaperRow;
}

/** Where a citizen takes the electronic result home: by the link of the slip and four digits, as long as the office stands by it. */
export function resultPageRoutes(deps: DossiersDeps): readonly Route[] {
  const resultOf = async (dossier: DossierRow): Promise<OwnedResult | undefined> => {
    const result = await findResult(deps.db, dossier.commune_code, dossier.id);
    return result !== undefined && hasElectronicResult(dossier.state, keptFiles(result.files).length) ? { dossier, result } : undefined;
  };
  return [
    defineRoute({
      method: 'GET', url: '/h/:token/ket-qua', policy: anyone, summary: 'Kết quả điện tử / The electronic result', tag: 'dossiers', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: Type.Object({ token: Type.String() }) },
      shows: { action: 'citizen.result-viewed' },
      handle: async (input) => {
        const { token } = input.params;
        const { context } = input;
        const dossier = await findByLink(deps, token);
        if (dossier === undefined) return answerNothingHere(deps, input, 'link');
        const owned = await resultOf(dossier);
        if (owned === undefined) return redirect(`/h/${token}`, SECRET_HEADERS);
        if (!isOpened(deps, dossier, context)) return answerDigits(deps, input, token, 'ket-qua', []);
        const page = renderPublicPage(
          { context, office: await deps.office(), title: RESULT_WORDS[context.locale].title, path: `/h/${token}/ket-qua`, indexed: false },
          <ResultPage
            locale={context.locale}
            code={dossier.code ?? dossier.reference}
            number={owned.result.number}
            validTo={owned.result.valid_to === null ? null : plainDateWords(owned.result.valid_to, context.locale)}
            files={keptFiles(owned.result.files).map((_, index) => `/h/${token}/ket-qua/${String(index + 1)}`)}
            back={`/h/${token}`}
          />,
        );
        return showing(await answerSecret(input, page), { object: `dossier:${dossier.id}`, part: 'result', communeCode: dossier.commune_code });
      },
    }),
    defineRoute({
      method: 'GET', url: '/h/:token/ket-qua/:number', policy: anyone, summary: 'Tải kết quả điện tử / Download the electronic result', tag: 'dossiers', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: Type.Object({ token: Type.String(), number: Type.String() }) },
      handle: async (input) => {
        const { token, number } = input.params;
        const { context } = input;
        const dossier = await findByLink(deps, token);
        // Without the digits nobody is told whether there is a result: neither by another answer nor by another status.
        if (dossier === undefined || !isOpened(deps, dossier, context)) return problemAnswer({ code: 'dossier.not-found' });
        const owned = await resultOf(dossier);
        return owned === undefined || !/^\d{1,2}$/.test(number) ? problemAnswer({ code: 'dossier.not-found' }) : sendResult(deps, owned, Number(number), context);
      },
    }),
  ];
}

/** Sends one file of a result. The name tells the dossier, not what a clerk called the file; the journal tells that it was taken, nobody's name. */
async function sendResult(deps: DossiersDeps, { dossier, result }: OwnedResult, number: number, { actor, address, now }: RequestContext): Promise<Answer> {
  const file = keptFiles(result.files)[number - 1];
  if (file === undefined) return problemAnswer({ code: 'dossier.not-found' });
  const read = await deps.files.read(file.sha256);
  if (!read.ok) return problemAnswer(read.problem);
  const envelope = { communeCode: dossier.commune_code, commandId: deps.newId(), kind: 'result-downloaded', actor, request: { id: dossier.id, number }, now, address };
  const noted = await runCommand(deps.db, envelope, () => Promise.resolve(ok({ result: null, journal: { action: 'result.downloaded', object: `dossier:${dossier.id}`, facts: { file: number } } })));
  if (!noted.ok) return problemAnswer(noted.problem);
  const mediaType = mediaTypeOf(read.value);
  return sendContent(read.value, { mediaType, fileName: `ket-qua-${dossier.code ?? dossier.reference}-${String(number)}.${mediaType === 'application/pdf' ? 'pdf' : 'jpg'}`, way: 'attachment' });
}
