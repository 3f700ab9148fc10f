import { type StaffActor } from '../../kernel/actor.ts';
import { type StepRole } from '../../modules/dossiers/domain/dossier-states.ts';
import { DEMO_FIELDS, type DemoDesk } from '../demo-fields.ts';
import { type Random } from '../random.ts';

/** Who of the demonstration's staff does what, by user name and how often. */
const SIGNS: Readonly<Record<DemoDesk, readonly (readonly [userName: string, weight: number])[]>> = {
  'civil-status': [['phochutich', 3], ['chutich', 1]],
  certification: [['giamdoc', 3], ['phochutich', 2]],
  land: [['chutich', 2], ['truongkinhte', 1]],
  social: [['phochutich', 4], ['chutich', 1]],
  economy: [['truongkinhte', 2], ['chutich', 1]],
  police: [['truongcongan', 1]],
  military: [['chutich', 1]],
};

const APPRAISES: Readonly<Record<DemoDesk, string>> = {
  'civil-status': 'tuphap',
  certification: 'chungthuc',
  land: 'diachinh',
  social: 'vanhoa',
  economy: 'kinhte',
  police: 'congan',
  military: 'quansu',
};

const CLERK = 'vanthu';
const COUNTERS = ['motcua1', 'motcua2'] as const;

/** Chooses the member of staff who acts on a step of a dossier of a field; throws on a field that no desk looks after. */
export function whoActs(staff: ReadonlyMap<string, StaffActor>, role: StepRole, field: string, random: Random): StaffActor {
  const actor = staff.get(userNameFor(role, field, random));
  if (actor === undefined) throw new Error(`the demonstration has nobody for ${role} of ${field}`);
  return actor;
}

function userNameFor(role: StepRole, field: string, random: Random): string {
  switch (role) {
    case 'reception':
      return random.pick(COUNTERS);
    case 'clerk':
      return CLERK;
    case 'specialist':
      return APPRAISES[deskOf(field)];
    case 'leader':
      return random.weighted(SIGNS[deskOf(field)]);
  }
}

function deskOf(field: string): DemoDesk {
  for (const [desk, fields] of Object.entries(DEMO_FIELDS) as [DemoDesk, readonly string[]][]) if (fields.includes(field)) return desk;
  throw new Error(`no desk of the demonstration looks after ${field}`);
}
