import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { ASSISTED_WORDS } from './messages.ts';

/** Answers under one title, as they are read again. */
export interface ReadGroup {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly { readonly field: string; readonly label: string; readonly answer: readonly string[] }[];
}

/** A paper that goes along. */
export interface ReadPaper {
  readonly name: string;
  readonly files: number;
}

/** Every answer and every paper, one below the other. */
export function Reading({ locale, groups, papers }: { readonly locale: Locale; readonly groups: readonly ReadGroup[]; readonly papers: readonly ReadPaper[] }): ReactElement {
  const t = translator(ASSISTED_WORDS, locale);
  return (
    <div className="read">
      {groups.map((group) => (
        <section key={group.id}>
          <h2>{group.title}</h2>
          <dl>
            {group.lines.map(({ field, label, answer }) => (
              <div key={field}>
                <dt>{label}</dt>
                <dd>{answer.length === 0 ? t('agree-empty') : answer.map((line, index) => <div key={index}>{line}</div>)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section>
        <h2>{t('agree-papers')}</h2>
        {papers.length === 0 ? <p>{t('agree-no-papers')}</p> : <ul>{papers.map(({ name, files }) => <li key={name}>{name} ({files})</li>)}</ul>}
      </section>
    </div>
  );
}
