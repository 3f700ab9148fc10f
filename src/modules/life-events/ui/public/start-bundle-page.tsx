import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { ErrorSummary } from '../../../../web/public/error-summary/error-summary.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { ReadAloud } from '../../../../web/public/read-aloud/read-aloud.tsx';
import { type ChoosableMember, MemberChoice } from './member-choice.tsx';
import { BUNDLE_WORDS } from './messages.ts';
import { Official } from './official.tsx';

export interface StartBundlePageProps {
  readonly locale: Locale;
  readonly event: string;
  readonly intro: string;
  readonly official: { readonly words: string; readonly href: string | undefined } | undefined;
  readonly members: readonly ChoosableMember[];
  /** What cannot be declared on that day. */
  readonly missing: readonly string[];
  readonly fault: string | undefined;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly resume: string;
}

/** What follows from an event in a family, before anything is kept: who needs what and why. */
export function StartBundlePage(props: StartBundlePageProps): ReactElement {
  const { locale, fault } = props;
  const t = translator(BUNDLE_WORDS, locale);
  return (
    <>
      <div>
        <h1>{t('start-title', { event: props.event })}</h1>
        <ReadAloud locale={props.locale} />
      </div>
      <ErrorSummary locale={locale} faults={fault === undefined ? [] : [{ field: 'viec', code: 'life-event.choose', message: fault }]} />
      <p className="lead">{props.intro}</p>
      <p>{t('start-once')}</p>
      <Official locale={locale} official={props.official} />
      <PublicForm action={props.action} locale={locale} hidden={props.hidden} posted={fault !== undefined}>
        <MemberChoice locale={locale} members={props.members} ticked={[]} error={fault} />
        {props.missing.length === 0 ? null : <Notice kind="info">{t('missing', { names: props.missing })}</Notice>}
        <p className="hint">{t('start-free')}</p>
        <Button>{t('begin')}</Button>
      </PublicForm>
      <p><a href={props.resume}>{t('have-list')}</a></p>
    </>
  );
}
