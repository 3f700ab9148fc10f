import { type ReactElement, type ReactNode } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { FactStrip } from '../../../../web/public/fact-strip/fact-strip.tsx';
import { type PublicOffice } from '../../../../web/public/public-page/public-office.ts';
import { type Procedure } from '../../domain/effective-procedure.ts';
import { channelWords, shortFeeWords, timeWords } from '../procedure-words.ts';
import { factFee, type ShownFee } from '../shown-fee.ts';
import { PROCEDURE_WORDS } from './messages.ts';
import { wordsOf } from './words-of.tsx';

/** The four facts that decide whether a person starts today. */
export function ProcedureFacts({ locale, office, procedure, fee }: { readonly locale: Locale; readonly office: PublicOffice; readonly procedure: Procedure; readonly fee: ShownFee }): ReactElement {
  const t = translator(PROCEDURE_WORDS, locale);
  const { pack } = procedure;
  const how = channelWords(pack.channels, locale);
  return (
    <FactStrip
      facts={[
        { label: t('fact-time'), value: procedure.timeLimit === null ? t('ask-officer') : capital(timeWords(procedure, locale)) },
        { label: t('fact-fee'), value: feeFact(fee, locale) },
        pack.citizenDeadline === null ? { label: t('fact-how'), value: how } : { label: t('fact-deadline'), value: wordsOf(pack.citizenDeadline, locale) },
        { label: t('fact-where'), value: pack.channels.includes('counter') ? office.centreName : how },
      ]}
    />
  );
}

/** The price, what it is for when it is only one, and where the rest is told. */
function feeFact(all: ShownFee, locale: Locale): ReactNode {
  const t = translator(PROCEDURE_WORDS, locale);
  const fee = factFee(all);
  const [first] = fee.lines;
  const alone = first !== undefined && fee.lines.filter((line) => line.unit === first.unit).length === 1;
  return (
    <>
      {capital(shortFeeWords(fee, locale))}
      {alone ? (
        <>
          <br />
          <span className="hint">{wordsOf(first.label, locale)}</span>
        </>
      ) : null}
      {all.lines.length > 1 || all.lines.some(({ local }) => local !== null) || all.note !== null ? (
        <>
          <br />
          <a className="hint" href="#le-phi">
            {t('fee-more')}
          </a>
        </>
      ) : null}
    </>
  );
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}
