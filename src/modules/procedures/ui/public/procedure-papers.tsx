import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { PaperChecklist } from '../../../../web/public/paper-checklist/paper-checklist.tsx';
import { type PaperRequirement, type ProcedurePack } from '../../domain/procedure-pack.ts';
import { handlingWords, textIn } from '../procedure-words.ts';
import { PROCEDURE_WORDS } from './messages.ts';
import { wordsOf } from './words-of.tsx';

/** What to bring: what everybody needs, then papers of which one is enough, then what only some cases need. */
export function ProcedurePapers({ locale, pack }: { readonly locale: Locale; readonly pack: ProcedurePack }): ReactElement {
  const t = translator(PROCEDURE_WORDS, locale);
  const single = pack.papers.filter((paper) => paper.anyOf === null);
  const always = single.filter((paper) => paper.onlyWhen === null);
  const sometimes = single.filter((paper) => paper.onlyWhen !== null);
  const groups = Map.groupBy(pack.papers.filter((paper) => paper.anyOf !== null), (paper) => paper.anyOf ?? '');
  const checklist = (papers: readonly PaperRequirement[], part: string): ReactElement => (
    <PaperChecklist
      locale={locale}
      // Each list remembers its own ticks on the phone.
      remember={part === '' ? pack.code : `${pack.code}:${part}`}
      papers={papers.map((paper) => ({
        id: paper.id,
        name: textIn(paper.name, locale),
        ...(saysHandling(paper) ? {} : { note: handlingWords(paper, locale) }),
        ...(paper.help === null ? {} : { help: <p>{wordsOf(paper.help, locale)}</p> }),
        ...(paper.onlyWhen === null ? {} : { onlyWhen: textIn(paper.onlyWhen.label, locale) }),
      }))}
    />
  );
  return (
    <>
      <section>
        <h2>{t('to-prepare')}</h2>
        {pack.papers.length === 0 ? <p>{t('nothing-to-prepare')}</p> : null}
        {always.length === 0 ? null : checklist(always, '')}
      </section>
      {[...groups].map(([group, papers]) => (
        <section key={group} className="gold-edge">
          <h3>{t('one-of')}</h3>
          {checklist(papers, group)}
        </section>
      ))}
      {sometimes.length === 0 ? null : (
        <section>
          <h3>{t('in-some-cases')}</h3>
          {checklist(sometimes, 'some-cases')}
        </section>
      )}
    </>
  );
}

/** How the help of a paper says by itself how the paper is handed in; saying it twice helps nobody. */
const SAYS_HANDLING: Readonly<Record<PaperRequirement['handling'], RegExp>> = {
  'submit-original': /nộp bản chính/iu,
  'submit-copy': /nộp bản sao|nộp bản chụp/iu,
  'submit-certified-copy': /bản sao (?:có )?chứng thực/iu,
  'show': /cán bộ xem/iu,
  'form': /điền|mẫu/iu,
};

function saysHandling({ handling, copies, help }: PaperRequirement): boolean {
  return copies === 1 && help !== null && SAYS_HANDLING[handling].test(help.vi);
}
