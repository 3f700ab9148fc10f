import { type ReactElement } from 'react';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { fieldId } from '../field/field-id.ts';
import { Icon } from '../icon/icon.tsx';
import { PUBLIC_WORDS } from '../public-words.ts';

interface ErrorSummaryProps {
  readonly locale: Locale;
  readonly faults: readonly FieldFault[];
}

/** What is to be corrected, above the form, each line leading to its field. Nothing when there is nothing to correct. */
export function ErrorSummary({ locale, faults }: ErrorSummaryProps): ReactElement | null {
  if (faults.length === 0) return null;
  const words = PUBLIC_WORDS[locale];
  return (
    <div className="notice bad" role="alert" tabIndex={-1} data-summary aria-labelledby="muc-can-sua">
      <Icon name="bad" />
      <div>
        <h2 id="muc-can-sua">{faults.length === 1 ? words['fault-one'] : fillMessage(words['fault-many'], { count: faults.length })}</h2>
        <ul className="faults">
          {faults.map((fault) => (
            <li key={`${fault.field} ${fault.code}`}>{fault.field === '' ? fault.message : <a href={`#${fieldId(fault.field)}`}>{fault.message}</a>}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
