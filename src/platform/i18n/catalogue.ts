import { type Locale } from './locale.ts';

/** A sentence with `{name}` places. */
export type Message = string;

/** The words of one module: every key in every language, checked by the type. */
export type Catalogue<K extends string> = Readonly<Record<Locale, Readonly<Record<K, Message>>>>;

/** Values for the places of a sentence. */
export type MessageFacts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What follows an amount of money in a sentence of either language. */
const MONEY = ' đồng';

/**
 * Puts the facts into a sentence's `{places}`; a place without a fact stays visible, so that a test can find it. A number before “đồng” is money and has
 * its thousands apart, as people write it: 10.000 đồng.
 */
export function fillMessage(message: Message, facts: MessageFacts = {}): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string, offset: number) => {
    const value = facts[name];
    if (value === undefined) return place;
    if (typeof value === 'number' && message.startsWith(MONEY, offset + place.length)) return String(value).replace(/\B(?=(?:\d{3})+$)/gu, '.');
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
    return value.join(', ');
  });
}

/** A translator for one catalogue and language. */
export function translator<K extends string>(catalogue: Catalogue<K>, locale: Locale): (key: K, facts?: MessageFacts) => string {
  const words = catalogue[locale];
  return (key, facts) => fillMessage(words[key], facts);
}
