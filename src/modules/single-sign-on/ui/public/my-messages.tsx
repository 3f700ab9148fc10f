import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { CardList } from '../../../../web/public/cards/card-list.tsx';
import { SIGN_ON_WORDS } from './messages.ts';
import { type OwnMessage } from './own-affairs.ts';

/** What the office told a citizen, newest first. */
export function MyMessages({ locale, messages }: { readonly locale: Locale; readonly messages: readonly OwnMessage[] }): ReactElement {
  const t = translator(SIGN_ON_WORDS, locale);
  if (messages.length === 0) return <p>{t('no-messages')}</p>;
  return (
    <section>
      <p>{t('messages-lead')}</p>
      <CardList>
        {messages.map((message, index) => (
          // Two things may be told in one moment; the list is drawn once.
          <li key={index}>
            <p className="hint">{message.moment}</p>
            <p>{message.text}</p>
            {message.words === null ? null : (
              <p className="gold-edge" lang={locale === 'vi' ? undefined : 'vi'}>
                {message.words}
              </p>
            )}
            <p>
              <a href={message.address}>{t('open-dossier', { code: message.dossierCode })}</a>
            </p>
          </li>
        ))}
      </CardList>
    </section>
  );
}
