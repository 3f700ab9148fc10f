import { useCountWords, useWords } from '../../../../web/staff/locale.tsx';
import { type SettingItem, type SettingValue } from '../../contract/setting-schemas.ts';
import { SETTING_WORDS, type SettingWord } from './setting-messages.ts';

/** As much of a setting as its value is said by. */
export type Sayable = Pick<SettingItem, 'unit' | 'control'>;

/** Says the value of a setting as people do: “8 giờ”, “Có”, the words of an option. */
export function useValueWords(): (setting: Sayable, value: SettingValue) => string {
  const t = useWords(SETTING_WORDS);
  const count = useCountWords();
  return ({ unit, control }, value) => {
    const label = (option: string): string => control.options.find((one) => one.value === option)?.label ?? option;
    if (typeof value === 'boolean') return t(value ? 'on' : 'off');
    if (typeof value === 'number') return unit === 'none' ? count(value) : t(`unit.${unit}` as SettingWord, { count: count(value) });
    if (Array.isArray(value)) return value.length === 0 ? t('none-chosen') : value.map(label).join(', ');
    if (typeof value === 'object' && value !== null) {
      const filled = Object.entries(value).filter(([, text]) => text !== '');
      return filled.length === 0 ? t('all-empty') : filled.map(([key, text]) => `${label(key)}: ${text}`).join(' · ');
    }
    return value === null ? '–' : label(value);
  };
}
