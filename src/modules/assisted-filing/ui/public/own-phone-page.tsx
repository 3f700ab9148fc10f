import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { BottomBar } from '../../../../web/public/bottom-bar/bottom-bar.tsx';
import { Button } from '../../../../web/public/button/button.tsx';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { PUBLIC_PATHS } from '../../../../web/public/public-paths.ts';
import { ASSISTED_WORDS } from './messages.ts';
import { Reading, type ReadGroup, type ReadPaper } from './reading.tsx';

export interface OwnPhonePageProps {
  readonly locale: Locale;
  readonly title: string;
  readonly helper: string;
  readonly helperLine: string;
  readonly groups: readonly ReadGroup[];
  readonly papers: readonly ReadPaper[];
  readonly trouble: string | undefined;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly commandId: string;
  /** Nothing is to be corrected any more. */
  readonly complete: boolean;
}

/** The declaration in large type on the person's own phone. */
export function OwnPhonePage(props: OwnPhonePageProps): ReactElement {
  const { locale } = props;
  const t = translator(ASSISTED_WORDS, locale);
  return (
    <>
      <h1>{t('own-title')}</h1>
      {props.trouble === undefined ? null : <Notice kind="bad" live>{props.trouble}</Notice>}
      <p><b>{props.title}</b>. {props.helperLine}</p>
      <p>{t('agree-words')}</p>
      <Reading locale={locale} groups={props.groups} papers={props.papers} />
      {props.complete ? (
        <PublicForm action={props.action} locale={locale} hidden={props.hidden} commandId={props.commandId} posted>
          <p>{t('own-agree-words', { helper: props.helper })}</p>
          <Button sending={t('sending')}>{t('own-agree')}</Button>
        </PublicForm>
      ) : null}
      <BottomBar locale={locale} />
    </>
  );
}

/** The six digits to be read out. */
export function CodePage({ locale, code, back }: { readonly locale: Locale; readonly code: string; readonly back: string }): ReactElement {
  const t = translator(ASSISTED_WORDS, locale);
  return (
    <>
      <h1>{t('own-code-title')}</h1>
      <p className="six">{`${code.slice(0, 3)} ${code.slice(3)}`}</p>
      <p>{t('own-code-words')}</p>
      <p><ButtonLink kind="quiet" href={back}>{t('own-code-again')}</ButtonLink></p>
    </>
  );
}

/** There is nothing to agree to here. */
export function GonePage({ locale, words }: { readonly locale: Locale; readonly words: string }): ReactElement {
  const t = translator(ASSISTED_WORDS, locale);
  return (
    <>
      <h1>{t('own-gone-title')}</h1>
      <p>{words}</p>
      <p><ButtonLink href={PUBLIC_PATHS.home}>{t('home')}</ButtonLink></p>
    </>
  );
}
