import { type ReactElement } from 'react';
import { BoxDialog } from '../components/dialog/box-dialog.tsx';
import { useWords } from '../locale.tsx';
import { STAFF_WORDS, type StaffWord } from '../messages.ts';

type KeyRow = readonly [keys: readonly string[], word: StaffWord];

const GROUPS: readonly (readonly [title: StaffWord, rows: readonly KeyRow[]])[] = [
  ['keys-everywhere', [[['Ctrl K'], 'key-command'], [['N'], 'key-new'], [['C'], 'key-certify'], [['1', '9'], 'key-lists'], [['?'], 'key-help']]],
  ['keys-list', [[['J', 'K', '↓', '↑'], 'key-next'], [['Enter'], 'key-open'], [['/'], 'key-search'], [['Space'], 'key-choose'], [['Shift ↓', 'Shift ↑'], 'key-choose-on'], [['A'], 'key-choose-all']]],
  ['keys-dossier', [
    [['T'], 'key-forward'], [['D'], 'key-approve'], [['S'], 'key-seal'], [['R'], 'key-hand-over'], [['B'], 'key-send-back'],
    [['X'], 'key-reject'], [['P'], 'key-print'], [['Esc'], 'key-back'],
  ]],
  ['keys-reception', [[['Ctrl Enter'], 'key-save'], [['Alt 1', 'Alt 4'], 'key-parts'], [['↓', '↑'], 'key-papers'], [['Space'], 'key-tick']]],
  ['keys-certify', [[['Enter'], 'key-walk'], [['F2'], 'key-document'], [['F4'], 'key-paid'], [['F8'], 'key-kind'], [['Ctrl Enter'], 'key-save'], [['P', 'L'], 'key-label'], [['R'], 'key-handed'], [['N'], 'key-next-person']]],
];

/** The keys of the workspace. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useWords(STAFF_WORDS);
  return (
    <BoxDialog title={t('keys')} onClose={onClose}>
      <div className="keys">
        {GROUPS.map(([title, rows]) => (
          <section key={title}>
            <h3>{t(title)}</h3>
            <dl>
              {rows.map(([keys, word]) => (
                <div key={word} className="keys-row">
                  <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
                  <dd>{t(word)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </BoxDialog>
  );
}
