import { type ReactElement } from 'react';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { FIELD_WORDS, STATUS_WORDS } from '../../contract/finding-words.ts';
import { type ImportResponse, type SourceListResponse } from '../../contract/exchange-schemas.ts';
import { EXCHANGE_WORDS } from './exchange-messages.ts';
import { type WayDraft } from './way-draft.ts';

export interface TeachWordsProps {
  readonly unknown: ImportResponse['unknown'];
  readonly procedures: SourceListResponse['procedures'];
  readonly draft: WayDraft;
  readonly onChange: (draft: WayDraft) => void;
}

const CHANNELS = [1, 2, 3] as const;
const CHANNEL_NAMES = { 1: { vi: 'Trực tiếp', en: 'At the counter' }, 2: { vi: 'Trực tuyến', en: 'On line' }, 3: { vi: 'Bưu chính', en: 'By post' } } as const;

interface WordLine {
  readonly kind: 'statuses' | 'channels' | 'procedures';
  readonly word: string;
}

/** Words of the file that the program does not know, each with its possible meanings. */
export function TeachWords({ unknown, procedures, draft, onChange }: TeachWordsProps): ReactElement | null {
  const t = useWords(EXCHANGE_WORDS);
  const { locale } = useLocale();
  const { mapping } = draft;
  const lines: readonly WordLine[] = (['statuses', 'channels', 'procedures'] as const).flatMap((kind) => unknown[kind].map((word) => ({ kind, word })));
  if (lines.length === 0) return null;
  const meanings = (kind: WordLine['kind']): readonly (readonly [string, string])[] => {
    if (kind === 'statuses') return Object.entries(STATUS_WORDS).map(([code, words]) => [code, `${code} · ${words[locale]}`]);
    if (kind === 'channels') return CHANNELS.map((code) => [String(code), `${String(code)} · ${CHANNEL_NAMES[code][locale]}`]);
    return procedures.map(({ code, name }) => [code, `${code} · ${name}`]);
  };
  const learn = ({ kind, word }: WordLine, meaning: string) => {
    const others = Object.fromEntries(Object.entries(mapping[kind]).filter(([known]) => known !== word));
    onChange({ ...draft, mapping: { ...mapping, [kind]: meaning === '' ? others : { ...others, [word]: kind === 'procedures' ? meaning : Number(meaning) } } });
  };
  return (
    <div className="exchange-form">
      <h2>{t('teach')}</h2>
      <p className="quiet">{t('teach-note')}</p>
      {lines.map((line) => {
        const name = FIELD_WORDS[line.kind === 'statuses' ? 'status' : line.kind === 'channels' ? 'channel' : 'procedure'][locale];
        return (
          <label key={`${line.kind} ${line.word}`} className="field">
            <span className="field-label">{`${name} “${line.word}”`}</span>
            <select className="box" value={String(mapping[line.kind][line.word] ?? '')} onChange={(event) => { learn(line, event.target.value); }}>
              <option value="">{t('choose')}</option>
              {meanings(line.kind).map(([code, words]) => <option key={code} value={code}>{words}</option>)}
            </select>
          </label>
        );
      })}
    </div>
  );
}
