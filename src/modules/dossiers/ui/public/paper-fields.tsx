import { type ReactElement } from 'react';
import { type FieldFault } from '../../../../platform/http/validation-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { CheckboxField } from '../../../../web/public/checkbox-field/checkbox-field.tsx';
import { FileField } from '../../../../web/public/file-field/file-field.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { DOSSIER_PAGE_WORDS } from './messages.ts';
import { SENT_PAPERS_WORDS } from './sent-papers-messages.ts';
import { PapersOneByOne, SentPapers, type SentPapersView } from './sent-papers.tsx';
import { type KeptFileView, paperField, type PaperPlan, type PaperWords, type SendablePaper } from './paper-view.ts';

/** What a phone camera and a scanner make; iPhones turn their own kind into JPEG when they are asked for these. */
const ACCEPT = 'image/jpeg,image/png,image/webp,application/pdf';

export interface PaperFieldsProps {
  readonly locale: Locale;
  readonly plan: PaperPlan;
  readonly kept: readonly KeptFileView[];
  readonly faults: readonly FieldFault[];
  /** The papers that were sent one by one; then no file is chosen here. */
  readonly sent: SentPapersView | undefined;
  readonly limits: { readonly megabytes: number; readonly files: number; readonly total: number };
}

/** The papers part of the declaration form: what may be sent, what is to be brought, what nobody has to look for. */
export function PaperFields(props: PaperFieldsProps): ReactElement {
  const { locale, plan, limits } = props;
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  // What came with this form already, or was refused, is not to be looked for.
  const chosenHere = props.kept.length > 0 || plan.send.flat().some(({ id }) => props.faults.some(({ field }) => field === paperField(id)));
  return (
    <>
      {props.sent === undefined ? null : <SentPapers locale={locale} sent={props.sent} />}
      {plan.send.length === 0 || props.sent !== undefined ? null : (
        <section>
          <h2>{t('papers')}</h2>
          <p>{t('papers-lead')}</p>
          <PapersOneByOne locale={locale} />
          <details open={chosenHere}>
            <summary>{SENT_PAPERS_WORDS[locale]['all-at-once']}</summary>
            <p className="hint">{t('papers-limits', limits)}</p>
            <div className="form">
              {plan.send.map((papers) =>
                papers.length === 1 ? (
                  papers.map((paper) => <PaperField key={paper.id} {...props} paper={paper} />)
                ) : (
                  <div key={papers[0]?.id} className="gold-edge">
                    <fieldset className="field">
                      <legend>{t('any-of')}</legend>
                      <div className="form">
                        {papers.map((paper) => (
                          <PaperField key={paper.id} {...props} paper={paper} />
                        ))}
                      </div>
                    </fieldset>
                  </div>
                ),
              )}
            </div>
          </details>
        </section>
      )}
      {plan.bring.length === 0 ? null : (
        <section>
          <h2>{t('bring')}</h2>
          <WordList locale={locale} items={plan.bring} />
        </section>
      )}
      {plan.lookedUp.length === 0 ? null : (
        <Notice kind="good" title={t('looked-up')}>
          <WordList locale={locale} items={plan.lookedUp} />
        </Notice>
      )}
    </>
  );
}

function PaperField({ locale, kept, faults, paper }: PaperFieldsProps & { readonly paper: SendablePaper }): ReactElement {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  const name = paperField(paper.id);
  const help = paper.form ? t('paper-form-help') : paper.help;
  const hint =
    help === null && paper.onlyWhen === null ? undefined : (
      <>
        {paper.onlyWhen === null ? null : (
          <span className="only-when" lang={langOf(paper.onlyWhen, locale)}>
            {paper.onlyWhen.text}
          </span>
        )}
        {help === null || typeof help === 'string' ? help : <span lang={langOf(help, locale)}>{help.text}</span>}
      </>
    );
  return (
    <div>
      <FileField
        locale={locale}
        name={name}
        label={t('paper-picture', { paper: paper.name.text })}
        hint={hint}
        error={faults.find((fault) => fault.field === name)?.message}
        accept={ACCEPT}
        required={false}
        multiple
      />
      {kept.map((file, index) =>
        file.paperId === paper.id ? (
          <CheckboxField
            key={file.reference}
            locale={locale}
            name={`kept-${index}`}
            label={t('keep-file', { file: file.fileName })}
            hint={t('keep-file-hint')}
            value={file.reference}
            required={false}
            checked
          />
        ) : null,
      )}
    </div>
  );
}

/** Names of papers, each in its language. */
export function WordList({ locale, items }: { readonly locale: Locale; readonly items: readonly PaperWords[] }): ReactElement {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.text} lang={langOf(item, locale)}>
          {item.text}
        </li>
      ))}
    </ul>
  );
}

function langOf(words: PaperWords, locale: Locale): 'vi' | 'en' | undefined {
  return words.lang === locale ? undefined : words.lang;
}
