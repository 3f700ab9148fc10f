import { type ReactElement } from 'react';
import { useCountWords, useWords } from '../../../../web/staff/locale.tsx';
import { type SettingPreview } from '../../contract/setting-schemas.ts';
import { SETTING_WORDS } from './setting-messages.ts';
import { type Sayable, useValueWords } from './use-value-words.ts';

type Commune = SettingPreview['communes'][number];

/** As many names as are read at a glance; more are folded. */
const AT_A_GLANCE = 6;

/** What a new common value means for many communes: how many follow it, who keeps a value of its own, and who loses it. */
export function InheritedPreview({ item, preview }: { readonly item: Sayable; readonly preview: SettingPreview }): ReactElement {
  const t = useWords(SETTING_WORDS);
  const count = useCountWords();
  const say = useValueWords();
  const { communes, effects } = preview;
  const keeping = communes.filter(({ keepsOwn }) => keepsOwn);
  const losing = communes.filter(({ losesOwn }) => losesOwn);
  const following = communes.filter(({ keepsOwn, losesOwn }) => !keepsOwn && !losesOwn);
  const ways = new Map<string, Commune[]>();
  for (const commune of following) {
    const way = JSON.stringify([commune.before, commune.after]);
    ways.set(way, [...(ways.get(way) ?? []), commune]);
  }
  const names = (of: readonly Commune[], value?: 'before'): string => of.map((commune) => (value === undefined ? commune.name : t('name-value', { commune: commune.name, value: say(item, commune[value]) }))).join(', ');
  return (
    <>
      <ul>
        {[...ways].map(([way, of]) => {
          const [before, after] = [say(item, of[0]?.before ?? null), say(item, of[0]?.after ?? null)];
          return (
            <li key={way}>
              <b>{before === after ? t('for-unchanged', { count: count(of.length), after }) : t('for-inheriting', { count: count(of.length), before, after })}</b>
              {of.length > AT_A_GLANCE ? <details><summary>{t('which')}</summary><p>{names(of)}</p></details> : <p className="quiet">{names(of)}</p>}
            </li>
          );
        })}
        {keeping.length === 0 ? null : <li><b>{t('for-keeping', { count: count(keeping.length), names: names(keeping, 'before') })}</b></li>}
        {losing.length === 0 ? null : <li><b>{t('for-losing', { count: count(losing.length), names: names(losing, 'before') })}</b></li>}
      </ul>
      {effects.length === 0 ? null : <p>{t('effects-all')} {effects.map((effect) => effect.words.replace('{count}', count(effect.count))).join(' ')}</p>}
    </>
  );
}
