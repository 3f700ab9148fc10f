import { type StaffActor } from '../../../kernel/actor.ts';
import { type InstallationStanding } from '../../../kernel/installation-standing.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type Setting, type SettingGroup } from './define-setting.ts';

/** What the module is given by the composition root. */
export interface SettingsDeps {
  readonly db: Database;
  readonly groups: readonly SettingGroup[];
  /** The communes that this installation serves. */
  readonly communes: () => Promise<readonly { readonly code: string; readonly name: string }[]>;
  /** How somebody stands towards what holds for all of them; asked again in the transaction that writes. */
  readonly standingOf: (db: Database | Tx, actor: StaffActor, now: Date) => Promise<InstallationStanding>;
  /** After a change was committed. */
  readonly onChanged: () => void;
}

/** Every setting with its group, in their order. */
export function allSettings({ groups }: Pick<SettingsDeps, 'groups'>): readonly Setting<unknown>[] {
  return groups.flatMap(({ settings }) => settings);
}
