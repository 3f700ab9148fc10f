import { type Sex } from '../../kernel/citizen-number.ts';
import { type LocalDate } from '../../kernel/local-time.ts';
import { personNameParts } from '../../kernel/person-name.ts';
import { type DemoData, type DemoTask } from '../demo-data.ts';
import { type Random } from '../random.ts';
import { makeName } from './make-name.ts';
import { type Resident } from './make-residents.ts';

/** Fills the placeholders of what stands in a dossier; `copies` is the number that {n} says. */
export function writeContent(task: DemoTask, applicant: Resident, others: readonly Resident[], data: DemoData, on: LocalDate, random: Random): { readonly content: string; readonly copies: number } {
  const year = Number(on.slice(0, 4));
  const template = random.pick(task.contents);
  const copies = template.includes('{n}') ? random.weighted([[1, 2], [2, 5], [3, 4], [4, 1], [5, 2], [10, 1]] as const) : 1;
  const anyone = (fits: (other: Resident) => boolean): string => {
    const found = others.filter((other) => other !== applicant && fits(other));
    return random.pick(found.length === 0 ? others : found).fullName;
  };
  const born = Number(applicant.birthDate.slice(0, 4));
  const words: Readonly<Record<string, () => string>> = {
    n: () => String(copies),
    paper: () => random.pick(data.papers),
    shop: () => random.pick(data.shops),
    area: () => String(random.between(62, 140)),
    year: () => applicant.birthDate.slice(0, 4),
    adult: () => anyone(() => true),
    spouse: () => anyone((other) => other.sex !== applicant.sex && Math.abs(Number(other.birthDate.slice(0, 4)) - born) <= 12),
    baby: () => makeName(data.names, { sex: randomSex(random), birthYear: year, family: personNameParts(applicant.fullName).family }, random),
    dead: () => {
      const sex = randomSex(random);
      return `${sex === 'male' ? 'ông' : 'bà'} ${makeName(data.names, { sex, birthYear: year - random.between(62, 96) }, random)}`;
    },
  };
  const content = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new Error(`the demonstration has no word for {${name}}`);
    return word();
  });
  return { content, copies };
}

function randomSex(random: Random): Sex {
  return random.chance(0.5) ? 'male' : 'female';
}
