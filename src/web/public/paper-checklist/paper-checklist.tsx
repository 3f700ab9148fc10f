import { type ReactElement, type ReactNode } from 'react';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { PUBLIC_WORDS } from '../public-words.ts';
import { fieldId } from '../field/field-id.ts';

export interface ChecklistPaper {
  readonly id: string;
  readonly name: string;
  readonly help?: ReactNode;
  /** When the paper is not always needed: the sentence that says when, shown first. */
  readonly onlyWhen?: string | undefined;
  /** How it is handed in, such as “1 bản sao, mang bản chính để đối chiếu”. */
  readonly note?: string | undefined;
  readonly picture?: { readonly src: string; readonly alt: string } | undefined;
}

interface PaperChecklistProps {
  readonly locale: Locale;
  readonly papers: readonly ChecklistPaper[];
  /** Key under which this phone remembers what was ticked, such as the procedure code. */
  readonly remember?: string | undefined;
}

/** What to bring, to be ticked off at home. Ticks stay on the phone and are never sent. */
export function PaperChecklist({ locale, papers, remember }: PaperChecklistProps): ReactElement {
  return (
    <div data-checklist={remember}>
      <ul className="papers">
        {papers.map((paper) => {
          const id = fieldId(`giay-${paper.id}`);
          const described = paper.help !== undefined || paper.note !== undefined;
          return (
            <li key={paper.id}>
              <input type="checkbox" id={id} value={paper.id} autoComplete="off" aria-describedby={described ? `${id}-help` : undefined} />
              <div>
                <label htmlFor={id}>
                  {paper.onlyWhen === undefined ? null : (
                    <>
                      <span className="only-when">{paper.onlyWhen}</span>{' '}
                    </>
                  )}
                  <span className="paper-name">{paper.name}</span>
                </label>
                {described ? (
                  <div className="paper-help" id={`${id}-help`}>
                    {paper.note === undefined ? null : <p>{paper.note}</p>}
                    {typeof paper.help === 'string' ? <p>{paper.help}</p> : paper.help}
                  </div>
                ) : null}
              </div>
              {paper.picture === undefined ? null : <img src={paper.picture.src} alt={paper.picture.alt} width={72} height={96} loading="lazy" />}
            </li>
          );
        })}
      </ul>
      {remember === undefined ? null : (
        <p className="hint no-print" data-kept hidden>
          {PUBLIC_WORDS[locale]['checked-kept']}
        </p>
      )}
    </div>
  );
}
