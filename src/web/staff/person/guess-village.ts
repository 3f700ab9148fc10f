import { foldForSearch } from '../../../kernel/text-folding.ts';

export interface VillageChoice {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** The village that an address names, accents forgiven; undefined when it names none, or names that fit several. */
export function guessVillage(address: string, villages: readonly VillageChoice[]): VillageChoice | undefined {
  const folded = ` ${foldForSearch(address)} `;
  const withKind = villages.filter(({ kind, name }) => folded.includes(` ${foldForSearch(`${kind} ${name}`)} `));
  if (withKind.length > 0) return longest(withKind);
  // Without “thôn” before it only a whole first part counts: a house number is not village 1.
  const first = foldForSearch(address.split(',')[0] ?? '');
  return longest(villages.filter(({ name }) => first === foldForSearch(name)));
}

/** “Tổ dân phố 1” is inside “Tổ dân phố 1 Nam”: the longest name is meant, two of the same length are a doubt. */
function longest(villages: readonly VillageChoice[]): VillageChoice | undefined {
  const [first, second] = [...villages].sort((a, b) => b.name.length - a.name.length);
  return first !== undefined && second?.name.length === first.name.length ? undefined : first;
}
