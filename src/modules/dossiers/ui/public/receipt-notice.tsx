import { type ReactElement } from 'react';
import { fillMessage, translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { DraftDone } from '../../../../web/public/public-form/draft-done.tsx';
import { KIOSK_PAGE_WORDS } from './kiosk-messages.ts';
import { DOSSIER_PAGE_WORDS } from './messages.ts';
import { SENT_PAPERS_WORDS } from './sent-papers-messages.ts';

export interface ReceiptNoticeProps {
  readonly locale: Locale;
  readonly code: string;
  /** Key of the draft that the phone may forget now. */
  readonly draft: string;
  /** The receipt of the papers that were sent one by one, for whoever sent them. */
  readonly papers?: { readonly href: string; readonly count: number } | undefined;
  /** At a kiosk the counter comes next, and the visitor walks away from the screen. */
  readonly kiosk: boolean;
}

/** The receipt of a declaration that has just arrived: its code, what follows, how to find it again. */
export function ReceiptNotice({ locale, code, draft, papers, kiosk }: ReceiptNoticeProps): ReactElement {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  const atKiosk = translator(KIOSK_PAGE_WORDS, locale);
  return (
    <>
      <Notice kind="good" title={kiosk ? atKiosk('sent') : t('sent')} live>
        <h1>
          <span className="hint">{t('sent-code')}</span>
          <br />
          {code}
        </h1>
        {kiosk ? <p><b>{atKiosk('sent-now')}</b></p> : null}
        <p>{kiosk ? atKiosk('sent-keep') : t('sent-keep')}</p>
        <p className={kiosk ? 'no-print' : undefined}>{kiosk ? atKiosk('sent-done') : t('sent-next')}</p>
        {papers === undefined ? null : (
          <p>
            <a href={papers.href}>{fillMessage(SENT_PAPERS_WORDS[locale].receipt, { count: papers.count })}</a>
          </p>
        )}
      </Notice>
      <DraftDone draft={draft} />
    </>
  );
}
