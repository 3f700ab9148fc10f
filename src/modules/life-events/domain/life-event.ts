import { type LocalDate } from '../../../kernel/local-time.ts';

/** Vietnamese first; the data of a life event has both. */
export interface EventWords {
  readonly vi: string;
  readonly en: string;
}

/** A condition in the rule language of forms; read and checked there. */
export type CarryRule = Readonly<Record<string, unknown>>;

/** What one declaration asks and another asks under another name, because somebody's role changes. */
export interface CarriedPair {
  readonly from: string;
  readonly to: string;
  readonly when?: CarryRule;
  readonly values?: Readonly<Record<string, string>>;
}

/** An answer that follows from the matter itself. */
export interface CarriedPreset {
  readonly to: string;
  readonly value: string;
  readonly when?: CarryRule;
}

/** What the declaration of one member takes over from that of another. */
export interface Carry {
  readonly from: string;
  readonly to: string;
  /** Facts, or beginnings of facts, that mean the same in both. */
  readonly same: readonly string[];
  readonly pairs: readonly CarriedPair[];
  readonly presets: readonly CarriedPreset[];
}

/** One procedure of a life event. */
export interface EventMember {
  readonly key: string;
  readonly procedure: string;
  /** The form that it is declared with. */
  readonly form: string;
  /** Who needs it and why, in one plain sentence. */
  readonly who: EventWords;
  /** Members whose result it needs, and for what; they stand before it. */
  readonly waitsFor: readonly { readonly member: string; readonly what: EventWords }[];
  readonly presets: readonly CarriedPreset[];
}

/** What happens in a family (sinh con, kết hôn, qua đời) with the procedures that follow from it; a file of `data/life-events/`. */
export interface LifeEvent {
  readonly code: string;
  /** In the addresses of its pages. */
  readonly slug: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly name: EventWords;
  readonly intro: EventWords;
  /** The law behind it, and how sure the lines are. */
  readonly source: string;
  /** The group of interlinked procedures (liên thông) that covers some of it and is offered first; `procedure` null: only at the counter. */
  readonly official: { readonly group: string; readonly procedure: string | null; readonly words: EventWords } | null;
  /** Facts that mean the same between any two members. */
  readonly shared: readonly string[];
  readonly members: readonly EventMember[];
  readonly carries: readonly Carry[];
}

function holdsOn({ validFrom, validTo }: Pick<LifeEvent, 'validFrom' | 'validTo'>, day: LocalDate): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

/** The life event of this slug on a day; undefined for an unknown one and outside its days. */
export function eventInForce(events: readonly LifeEvent[], slug: string, day: LocalDate): LifeEvent | undefined {
  return events.find((event) => event.slug === slug && holdsOn(event, day));
}

/** The version of a life event that a bundle was begun with; undefined when the program no longer has it. */
export function eventOfBundle(events: readonly LifeEvent[], code: string, validFrom: LocalDate): LifeEvent | undefined {
  return events.find((event) => event.code === code && event.validFrom === validFrom);
}
