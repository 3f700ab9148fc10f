import { type Sex } from '../../kernel/citizen-number.ts';
import { dateOf, dayOf, type LocalDate } from '../../kernel/local-time.ts';
import { type DemoData } from '../demo-data.ts';
import { type Random } from '../random.ts';
import { makeName } from './make-name.ts';

/** An invented resident. */
export interface Resident {
  readonly citizenNumber: string;
  readonly fullName: string;
  readonly sex: Sex;
  readonly birthDate: LocalDate;
  readonly villageName: string;
  readonly address: string;
  /** Some of the old have none. */
  readonly phone: string | null;
}

/** Ages from and to, and how many of a hundred residents who come to the office are of that age. */
const AGES: readonly (readonly [readonly [number, number], number])[] = [
  [[17, 19], 4],
  [[20, 34], 30],
  [[35, 49], 28],
  [[50, 64], 22],
  [[65, 79], 12],
  [[80, 93], 4],
];

/** Invents residents on a day: numbers that nobody can have, names as people are called, telephones of the placeholder range 09000. */
export function makeResidents(data: DemoData, count: number, today: LocalDate, random: Random): readonly Resident[] {
  const numbers = new Set<string>();
  const phones = new Set<string>();
  return Array.from({ length: count }, (_, place): Resident => {
    const sex: Sex = random.chance(0.5) ? 'male' : 'female';
    const [youngest, oldest] = random.weighted(AGES);
    const age = random.between(youngest, oldest);
    const birthDate = dateOf(dayOf(today) - Math.floor((age + random.next()) * 365.25) - 1);
    const birthYear = Number(birthDate.slice(0, 4));
    // Everybody of a village once before anybody twice, so that every village has somebody.
    const village = data.villages[place % data.villages.length];
    if (village === undefined) throw new Error('the demonstration has no villages');
    return {
      citizenNumber: takeNew(numbers, () => makeCitizenNumber(data.unassignedPrefixes, sex, birthYear, random)),
      fullName: makeName(data.names, { sex, birthYear }, random),
      sex,
      birthDate,
      villageName: village.name,
      address: `Thôn ${village.name}, xã Hoa Lộc, tỉnh Thanh Hóa`,
      // The numbers up to 09000 00999 are the team leaders' and the programme's own.
      phone: age >= 70 && random.chance(0.4) ? null : takeNew(phones, () => `09000${random.between(1000, 99_999).toString().padStart(5, '0')}`),
    };
  });
}

/** A personal number by the rule of the Ministry of Public Security, but of a province that never was. */
function makeCitizenNumber(prefixes: readonly string[], sex: Sex, birthYear: number, random: Random): string {
  const centuryAndSex = Math.floor((birthYear - 1900) / 100) * 2 + (sex === 'male' ? 0 : 1);
  return `${random.pick(prefixes)}${centuryAndSex}${String(birthYear % 100).padStart(2, '0')}${String(random.between(0, 999_999)).padStart(6, '0')}`;
}

function takeNew(taken: Set<string>, make: () => string): string {
  for (;;) {
    const made = make();
    if (taken.has(made)) continue;
    taken.add(made);
    return made;
  }
}
