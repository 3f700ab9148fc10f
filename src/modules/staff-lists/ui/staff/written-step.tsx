import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { plainDateWords } from '../../../../kernel/date-words.ts';
import { UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type WrittenAnswer } from '../../contract/staff-list-schemas.ts';
import { askForFile, saveFile } from './send-list.ts';
import { STAFF_LIST_WORDS } from './staff-list-messages.ts';

export interface WrittenStepProps {
  readonly written: WrittenAnswer;
  readonly listId: string;
  readonly seed: string;
  readonly onAnother: () => void;
}

/** What was written, and the passwords of newcomers, shown this once. */
export function WrittenStep({ written, listId, seed, onAnother }: WrittenStepProps): ReactElement {
  const t = useWords(STAFF_LIST_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const print = async () => {
    setBusy(true);
    setFault(undefined);
    const answer = await askForFile('/api/staff-lists/slips', { listId, seed });
    setBusy(false);
    if (answer.ok) saveFile(answer.value, 'phieu-dang-nhap.pdf');
    else setFault(answer.refusal.code === UNREACHABLE ? shell('no-answer') : answer.refusal.message);
  };
  return (
    <>
      <Notice kind="good" live>
        <h2>{t('done-title')}</h2>
        <p>{t('done', { added: written.added, changed: written.changed, closed: written.closed, ended: written.endedPositions })}</p>
        {written.leftOut === 0 ? null : <p>{t('done-left-out', { count: written.leftOut })}</p>}
      </Notice>
      {written.slips.length === 0 ? null : (
        <section className="lists-slips" aria-labelledby="lists-slips-title">
          <h2 id="lists-slips-title">{t('slips-title', { count: written.slips.length })}</h2>
          <Notice kind="check"><p>{t('slips-note', { day: plainDateWords(written.passwordsUntil, locale) })}</p></Notice>
          {fault === undefined ? null : <Notice kind="bad" live><p>{fault}</p></Notice>}
          <div className="button-row"><Button busy={busy} onPress={() => { void print(); }}>{t('slips-print')}</Button></div>
          <div className="lists-wide">
            <table className="lists-table">
              <thead><tr><th scope="col">{t('slips-person')}</th><th scope="col">{t('slips-user-name')}</th><th scope="col">{t('slips-password')}</th><th scope="col">{t('slips-unit')}</th></tr></thead>
              <tbody>
                {written.slips.map((slip) => <tr key={slip.staffId}><th scope="row">{slip.fullName}</th><td><code>{slip.userName}</code></td><td><code>{slip.password}</code></td><td className="quiet">{slip.unit}</td></tr>)}
              </tbody>
            </table>
          </div>
        </section>
      )}
      <div className="button-row">
        <Link className="button button-quiet" href={STAFF_PATHS.staff}>{t('to-staff')}</Link>
        <Button kind="quiet" onPress={onAnother}>{t('another')}</Button>
      </div>
    </>
  );
}
