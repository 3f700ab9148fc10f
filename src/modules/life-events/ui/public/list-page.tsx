import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { CardList } from '../../../../web/public/cards/card-list.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { ReadAloud } from '../../../../web/public/read-aloud/read-aloud.tsx';
import { MemberChoice } from './member-choice.tsx';
import { BUNDLE_WORDS } from './messages.ts';
import { Official } from './official.tsx';

/** One procedure of the list. */
export interface MemberView {
  readonly key: string;
  readonly name: string;
  readonly who: string;
  readonly kind: 'unwanted' | 'todo' | 'open' | 'sent' | 'closed';
  readonly waits: readonly { readonly name: string; readonly from: 'coming' | 'already'; readonly what: string }[];
  /** Where its declaration is begun or gone on with. */
  readonly action: string;
  readonly dossier: { readonly code: string; readonly words: string; readonly href: string } | undefined;
  readonly procedure: string;
}

export interface ListPageProps {
  readonly locale: Locale;
  readonly event: string;
  readonly members: readonly MemberView[];
  /** What was sent a moment ago. */
  readonly sent: { readonly name: string; readonly code: string; readonly href: string } | undefined;
  readonly good: string | undefined;
  readonly trouble: string | undefined;
  readonly choose: string;
  readonly later: string;
  readonly deletion: string;
  readonly official: { readonly words: string; readonly href: string | undefined } | undefined;
}

/** What a family declares together: where each matter stands, and the one thing to do next. */
export function ListPage(props: ListPageProps): ReactElement {
  const { locale, members, sent } = props;
  const t = translator(BUNDLE_WORDS, locale);
  const shown = members.filter(({ kind }) => kind !== 'unwanted');
  // The first that can be done now stands out; everything else is as near.
  const next = shown.find(({ kind, waits }) => (kind === 'todo' || kind === 'open') && waits.every(({ from }) => from === 'already'))?.key;
  return (
    <>
      <div>
        <h1>{t('list-title', { event: props.event })}</h1>
        <ReadAloud locale={props.locale} />
      </div>
      {props.trouble === undefined ? null : <Notice kind="bad" live>{props.trouble}</Notice>}
      {props.good === undefined ? null : <Notice kind="good" live>{props.good}</Notice>}
      {sent === undefined ? null : (
        <Notice kind="good" live title={t('sent-now', { name: sent.name, code: sent.code })}>
          <p><a href={sent.href}>{t('sent-receipt')}</a></p>
        </Notice>
      )}
      <p>{t('list-words')}</p>
      <CardList>{shown.map((member, index) => <li key={member.key}><Member locale={locale} member={member} place={index + 1} isNext={member.key === next} /></li>)}</CardList>
      {shown.some(({ kind }) => kind === 'sent') ? null : <Official locale={locale} official={props.official} />}
      <details open={shown.length === 0}>
        <summary>{t('choose-again')}</summary>
        <PublicForm action={props.choose} locale={locale} posted>
          <MemberChoice locale={locale} members={members.filter(({ kind }) => kind !== 'sent').map(({ key, name, who, waits }) => ({ key, name, who, after: waits }))} ticked={shown.map(({ key }) => key)} error={undefined} />
          {members.filter(({ kind }) => kind === 'sent').map(({ key }) => <input key={key} type="hidden" name="viec" value={key} />)}
          <p className="hint">{t('choose-keep')}</p>
          <Button kind="quiet">{t('choose-save')}</Button>
        </PublicForm>
      </details>
      <ul className="spaced">
        <li><a href={props.later}>{t('later')}</a></li>
        <li><a href={props.deletion}>{t('delete')}</a></li>
      </ul>
    </>
  );
}

function Member({ locale, member, place, isNext }: { readonly locale: Locale; readonly member: MemberView; readonly place: number; readonly isNext: boolean }): ReactElement {
  const t = translator(BUNDLE_WORDS, locale);
  const { kind, name, dossier, waits } = member;
  const waiting = kind === 'todo' && waits.some(({ from }) => from === 'coming');
  return (
    <>
      <h2>{place}. {name}</h2>
      <p><b>{kind === 'unwanted' ? '' : t(waiting ? 'state-waiting' : `state-${kind}`)}</b>{dossier === undefined ? null : <> · {dossier.words}</>}</p>
      {dossier === undefined ? null : <p><a href={dossier.href}>{t('follow', { code: dossier.code })}</a></p>}
      {kind === 'closed' ? <p>{t('closed-words')} <a href={member.procedure}>{t('closed-see')}</a></p> : null}
      {kind === 'todo' ? <p className="hint">{member.who}</p> : null}
      {waits.map((wait) => <p className="hint" key={wait.name}>{t(`waits-${wait.from}`, { name: wait.name, what: wait.what })}</p>)}
      {kind === 'todo' || kind === 'open' ? (
        <PublicForm action={member.action} locale={locale} posted>
          <Button kind={isNext ? 'main' : 'quiet'}>{t(kind === 'open' ? 'go-on' : 'declare', { name })}</Button>
        </PublicForm>
      ) : null}
    </>
  );
}
