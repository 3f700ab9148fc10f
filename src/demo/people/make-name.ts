import { type Sex } from '../../kernel/citizen-number.ts';
import { type NameParts } from '../demo-data.ts';
import { type Random } from '../random.ts';

/** People born before this year are mostly called Văn or Thị between their names. */
const OLDER = 1985;

/** An invented person's name, the way people of that sex and age are called; `family` where the family name is given. */
export function makeName(parts: NameParts, person: { readonly sex: Sex; readonly birthYear: number; readonly family?: string }, random: Random): string {
  const { sex, birthYear } = person;
  const family = person.family ?? random.weighted(parts.family);
  const plain = sex === 'male' ? 'Văn' : 'Thị';
  const others = parts.middle[sex].filter((middle) => middle !== plain);
  const isPlain = random.chance(birthYear < OLDER ? 0.8 : sex === 'male' ? 0.25 : 0.5);
  // Four words grew common with the young, more so for women: Nguyễn Thị Ngọc Anh.
  const isLong = random.chance(birthYear < OLDER ? 0.05 : sex === 'male' ? 0.12 : 0.4);
  const chosen = random.pick(others);
  const middle = isPlain ? (isLong ? [plain, chosen] : [plain]) : [chosen];
  // Nobody is called Minh Minh.
  const given = random.weighted(parts.given[sex].filter(([name]) => !middle.includes(name) && name !== family));
  return [family, ...middle, given].join(' ');
}
