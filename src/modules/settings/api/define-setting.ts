import { type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { type Database } from '../../../platform/db/database.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type SettingLevel } from '../domain/resolve-setting.ts';
import { controlOf, type SettingControl } from '../domain/setting-control.ts';

/** What a number counts. */
export type SettingUnit = 'minutes' | 'hours' | 'days' | 'working-days' | 'months' | 'years' | 'megabytes' | 'times' | 'none';

/** A setting in words for administrators. */
export interface SettingWords {
  readonly name: string;
  /** What it does, in one sentence. */
  readonly does: string;
  /** What follows when it is changed, and from when on. */
  readonly changes: string;
  /** The words of each option, or the name of each text, where there are several. */
  readonly options?: Readonly<Record<string, string>>;
}

/** One thing that a new value would affect: how many, and the sentence in which `{count}` stands. */
export interface SettingEffect {
  readonly count: number;
  readonly vi: string;
  readonly en: string;
}

/** What the effect of a new value is counted upon. */
export interface EffectGround<T> {
  readonly communeCode: string;
  readonly before: T;
  readonly after: T;
  readonly now: Date;
}

/** One setting, defined once by the module whose behaviour it changes. */
export interface Setting<T> {
  /** `<module>.<name>` */
  readonly key: `${string}.${string}`;
  /** An integer with `minimum` and `maximum`, a boolean, a union of literals, an array of such, a string with `maxLength`, or an object of such strings. */
  readonly schema: TSchema;
  readonly fallback: T;
  readonly unit: SettingUnit;
  /** Down to which level it can be set: `installation` means that a commune cannot have its own value. */
  readonly override: SettingLevel;
  readonly needsReason: boolean;
  /** The rule of law that the bounds of the schema keep, where there is one. */
  readonly law?: Readonly<Record<Locale, string>>;
  readonly words: Readonly<Record<Locale, SettingWords>>;
  /** Counts what a new value would affect in one commune. Writes nothing. */
  effect?(db: Database, ground: EffectGround<T>): Promise<readonly SettingEffect[]>;
}

/** The settings of one module under its name. */
export interface SettingGroup {
  readonly module: string;
  readonly name: Readonly<Record<Locale, string>>;
  readonly settings: readonly Setting<unknown>[];
}

/** Defines a setting. Throws at once when its schema cannot be entered, its default does not fit or an option has no words. */
export function defineSetting<const S extends TSchema>(setting: Omit<Setting<Static<S>>, 'schema'> & { readonly schema: S }): Setting<Static<S>> {
  const control = controlOf(setting.schema);
  if (!Value.Check(setting.schema, setting.fallback)) throw new Error(`the default of the setting ${setting.key} does not fit its schema`);
  for (const option of optionsOf(control)) {
    if (Object.values(setting.words).some(({ options }) => options?.[option] === undefined)) throw new Error(`the setting ${setting.key} has no words for ${option}`);
  }
  return setting;
}

/** What a setting has words of its own for: its options, or its texts where there are several. */
export function optionsOf(control: SettingControl): readonly string[] {
  if (control.kind === 'texts') return control.texts.map(({ key }) => key);
  return control.kind === 'choice' || control.kind === 'choices' ? control.options : [];
}

/** Whether a value fits a setting. */
export function fitsSetting(setting: Setting<unknown>, value: unknown): boolean {
  return Value.Check(setting.schema, value);
}
