import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type UnitPreview } from '../../../contract/units.ts';
import { UNIT_WORDS } from './unit-messages.ts';

/** What a change moves, or what is in its way, each with the way to it. */
export function UnitPreviewBox({ preview }: { readonly preview: UnitPreview }): ReactElement {
  const t = useWords(UNIT_WORDS);
  const count = useCountWords();
  const { problem, positions, dossiers, fields } = preview;
  const total = dossiers.reduce((sum, one) => sum + one.count, 0);
  const end = (to: string | null) => (to === null ? t('in-the-way') : t('to', { unit: to }));
  return (
    <Notice kind={problem === null ? 'info' : 'bad'} live>
      <h3>{problem === null ? t('preview-title') : t('preview-blocked')}</h3>
      {problem === null ? null : <p>{problem.message}</p>}
      {problem === null && positions.length + total + fields.length === 0 ? <p>{t('preview-nothing')}</p> : null}
      {positions.length === 0 ? null : (
        <details open={positions.length <= 12}>
          <summary>{t('moves-positions', { count: count(positions.length) })}</summary>
          <ul className="unit-moves">
            {positions.map((one, index) => <li key={`${one.staffId} ${String(index)}`}><Link href={STAFF_PATHS.staffMember(one.staffId)}>{one.fullName}</Link>, {one.title} <span className="quiet">{end(one.toUnit)}</span></li>)}
          </ul>
        </details>
      )}
      {total === 0 ? null : (
        <details open>
          <summary>{t('moves-dossiers', { count: count(total) })}</summary>
          <ul className="unit-moves">
            {dossiers.map((one) => <li key={one.unitId}>{one.unit}: {count(one.count)} <span className="quiet">{end(one.to)}</span> <Link href={STAFF_PATHS.filtered('all', `unit=${one.unitId}`)}>{t('see-dossiers')}</Link></li>)}
          </ul>
        </details>
      )}
      {fields.length === 0 ? null : (
        <details open={fields.length <= 12}>
          <summary>{t('moves-fields', { count: count(fields.length) })}</summary>
          <ul className="unit-moves">{fields.map((one) => <li key={`${one.from} ${one.field}`}>{one.field} <span className="quiet">{t('to', { unit: one.to })}</span></li>)}</ul>
        </details>
      )}
    </Notice>
  );
}
