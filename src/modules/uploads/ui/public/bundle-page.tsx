import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { ReadAloud } from '../../../../web/public/read-aloud/read-aloud.tsx';
import { ReceivedFiles } from '../../../../web/public/received-files/received-files.tsx';
import { UPLOAD_WORDS } from './messages.ts';
import { looksBad, otherLang, type SaidWords, type SlotView } from './upload-view.ts';

export interface BundlePageProps {
  readonly locale: Locale;
  readonly title: SaidWords;
  /** In the order of the procedure; an inner list of several holds alternatives of which one is enough. */
  readonly papers: readonly (readonly SlotView[])[];
  readonly missing: readonly SaidWords[];
  readonly until: string;
  readonly returnPath: string;
}

/** The papers of a declaration: what is here of each, and the way to add more. Works without a script. */
export function BundlePage(props: BundlePageProps): ReactElement {
  const { locale, title, papers, missing } = props;
  const t = translator(UPLOAD_WORDS, locale);
  const slots = papers.flat();
  const asked = papers.filter((group) => group.some(({ other }) => !other));
  const others = papers.filter((group) => group.every(({ other }) => other)).flat();
  const count = slots.reduce((sum, { files }) => sum + files.length, 0);
  const unfinished = slots.filter(({ arriving }) => arriving.length > 0);
  // What is sent for a request of the office goes back to the page of the request.
  const forSupplement = props.returnPath.endsWith('/bo-sung');
  const open = missing.length > 0 || unfinished.length > 0;
  return (
    <>
      <div>
        <h1>{t('title')}</h1>
        <ReadAloud locale={locale} />
      </div>
      <p className="lead" lang={otherLang(title, locale)}>
        <b>{title.text}</b>
      </p>
      <p>{t('lead')}</p>
      <ul className="cards slots">
        {asked.map((group) => (
          <li key={group[0]?.id}>
            {group.length === 1 ? null : <p><b>{t('any-of')}</b></p>}
            {group.map((slot) => <Slot key={slot.id} locale={locale} slot={slot} alternative={group.length > 1} />)}
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : (
        <details open={others.some(({ files, arriving }) => files.length + arriving.length > 0)}>
          <summary>{t('others', { count: others.length })}</summary>
          <p className="hint">{t('others-why')}</p>
          <ul className="cards slots">{others.map((slot) => <li key={slot.id}><Slot locale={locale} slot={slot} alternative /></li>)}</ul>
        </details>
      )}
      {unfinished.length === 0 ? null : <Notice kind="warning">{t('unfinished', { papers: unfinished.map(({ name }) => name.text).join('; ') })}</Notice>}
      {missing.length === 0 ? null : <Notice kind="info">{t('missing', { papers: missing.map(({ text }) => text).join('; ') })}</Notice>}
      {open || count === 0 ? null : <Notice kind="good">{t(forSupplement ? 'complete-supplement' : 'complete', { count })}</Notice>}
      <p>
        <ButtonLink href={props.returnPath} kind={open ? 'quiet' : 'main'}>{t(forSupplement ? 'done-supplement' : open ? 'done-later' : 'done')}</ButtonLink>
      </p>
      <p className="hint">{t('kept-until', { until: props.until })}</p>
    </>
  );
}

function Slot({ locale, slot, alternative }: { readonly locale: Locale; readonly slot: SlotView; readonly alternative: boolean }): ReactElement {
  const t = translator(UPLOAD_WORDS, locale);
  const empty = slot.files.length === 0 && slot.arriving.length === 0;
  return (
    <section>
      <h2 lang={otherLang(slot.name, locale)}>{slot.name.text}</h2>
      {slot.onlyWhen === null ? null : <p className="only-when" lang={otherLang(slot.onlyWhen, locale)}>{slot.onlyWhen.text}</p>}
      {alternative || slot.onlyWhen !== null ? null : <p className="hint">{t(slot.required ? 'needed' : 'if-any')}</p>}
      <p>{empty ? t('nothing') : slot.files.length === 0 ? null : t('some', { count: slot.files.length })}</p>
      {slot.arriving.length === 0 ? null : <p><b>{t('part', { count: slot.arriving.length })}</b></p>}
      {slot.files.some(looksBad) ? <p><b>{t('looks-bad')}</b></p> : null}
      {slot.files.length === 0 ? null : <ReceivedFiles locale={locale} files={slot.files} />}
      <p>
        <ButtonLink href={slot.address} kind={empty && slot.required ? 'main' : 'quiet'} icon={empty ? 'camera' : undefined}>{t(empty ? 'add' : 'change')}</ButtonLink>
      </p>
    </section>
  );
}

/** The receipt after the papers were taken. */
export function TakenPage({ locale, title, papers, when }: { readonly locale: Locale; readonly title: SaidWords; readonly papers: readonly SlotView[]; readonly when: string }): ReactElement {
  const t = translator(UPLOAD_WORDS, locale);
  return (
    <>
      <h1>{t('taken-title')}</h1>
      <p className="lead" lang={otherLang(title, locale)}>
        <b>{title.text}</b>
      </p>
      <Notice kind="good">{t('taken', { count: papers.reduce((sum, { files }) => sum + files.length, 0), when })}</Notice>
      {papers.filter(({ files }) => files.length > 0).map((slot) => (
        <section key={slot.id}>
          <h2 lang={otherLang(slot.name, locale)}>{slot.name.text}</h2>
          <ReceivedFiles locale={locale} files={slot.files} />
        </section>
      ))}
    </>
  );
}

/** Nothing can be sent here any more: why, and the way on. */
export function GonePage({ locale, sentence, returnPath }: { readonly locale: Locale; readonly sentence: string; readonly returnPath: string | undefined }): ReactElement {
  const t = translator(UPLOAD_WORDS, locale);
  return (
    <>
      <h1>{t('gone-title')}</h1>
      <p>{sentence}</p>
      <p>
        <ButtonLink href={returnPath ?? '/'}>{t(returnPath === undefined ? 'home' : 'done')}</ButtonLink>
      </p>
    </>
  );
}
