import { type StaffActor } from './actor.ts';
import { type AssuranceRefusal, refuseRight } from './assurance.ts';

/** Somebody who decides for the whole installation, with the commune where the account is. */
export interface InstallationDecider {
  readonly fullName: string;
  readonly communeName: string;
}

/** How somebody stands towards what holds for the whole installation: common settings, procedures, forms. */
export interface InstallationStanding {
  /** How many communes the installation serves; in one that serves a single commune its administrators decide. */
  readonly communes: number;
  /** Whether the person decides for all of them today. */
  readonly speaks: boolean;
  /** Who decides, where several communes are served; empty while nobody was named. */
  readonly deciders: readonly InstallationDecider[];
}

/**
 * Why somebody may not decide for the whole installation at a moment (epoch milliseconds); undefined when nothing stands against it. Where
 * several communes are served, nobody decides for them with a password alone.
 */
export function refuseInstallation({ speaks, communes }: Pick<InstallationStanding, 'speaks' | 'communes'>, actor: StaffActor, now: number): AssuranceRefusal | 'not-yours' | undefined {
  if (!speaks) return 'not-yours';
  return communes === 1 ? undefined : refuseRight(actor.assurance, 'speak-for-installation', now);
}
