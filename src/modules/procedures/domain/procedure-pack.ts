/**
 * A procedure pack: everything the office and the citizen need to know about one procedure, as data with validity dates.
 * One JSON file per procedure under `data/procedures/`; checked at load by `check-pack.ts`.
 * Every dossier is pinned to the code and version that it was received under.
 */
export interface ProcedurePack {
  /** National code, such as `1.001193`. Data, never parsed for logic. */
  readonly code: string;
  /** Counts up from 1; a changed pack is a new version, the old one stays. */
  readonly version: number;
  /** First day it applies (ISO date). */
  readonly validFrom: string;
  /** Last day it applies, or null while it is in force. */
  readonly validTo: string | null;
  /** Official name as published. */
  readonly name: string;
  /** Field (lĩnh vực) as published, such as `Hộ tịch`. */
  readonly field: string;
  readonly ministry: string | null;
  /** Who decides, as published. */
  readonly authority: string | null;
  /** Whether it may reach a citizen; the reasons of `hidden` appear in the load report. */
  readonly audience: { readonly kind: 'citizen' } | { readonly kind: 'hidden'; readonly reason: HiddenReason; readonly detail: string };
  /** Present on procedures that were curated by hand for people. */
  readonly everyday: EverydayWords | null;
  readonly timeLimit: TimeLimit;
  readonly fee: Fee;
  /** How it may be filed. */
  readonly channels: readonly FilingChannel[];
  readonly onlineLevel: 'full' | 'partial' | 'none' | null;
  readonly papers: readonly PaperRequirement[];
  /** What the office looks up by itself and must not ask for (NĐ 118/2025 as amended by NĐ 309/2026; domain.md 1.10, 8.3). */
  readonly lookedUp: readonly LookedUp[];
  /** The steps inside the office, in order. Their hours add up to no more than the time limit. */
  readonly steps: readonly ProcedureStep[];
  readonly results: readonly Bilingual[];
  /** Numbers of the legal texts, such as `23/2015/NĐ-CP`. */
  readonly legalBasis: readonly string[];
  /** A limit that binds the citizen, such as 60 days from birth; null if there is none. */
  readonly citizenDeadline: Bilingual | null;
  /** Where the facts come from. `vintage` says of what time they are. */
  readonly source: { readonly reference: string; readonly vintage: string; readonly curatedOn: string | null };
}

/** Vietnamese first; English is null where only the official Vietnamese text exists. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string | null;
}

export type HiddenReason = 'internal' | 'decision-title' | 'district-level' | 'not-commune';

export interface EverydayWords {
  /** Short name in everyday words, such as “Đăng ký khai sinh”. */
  readonly name: Bilingual;
  /** One or two plain sentences: what it is for and who it is for. */
  readonly summary: Bilingual;
  /** What people call it, with accents; matching folds them. */
  readonly synonyms: readonly string[];
  readonly lifeEvent: LifeEvent;
}

/** The six doors of the home page, and `other`. */
export type LifeEvent = 'birth' | 'marriage' | 'certification' | 'residence-land' | 'business' | 'support' | 'death' | 'other';

/** See legal-clock: `same-day` has no value. `undetermined` must be completed before a dossier can be received. */
export type TimeLimit =
  | { readonly unit: 'same-day'; readonly note: Bilingual | null; readonly basis: string | null }
  | {
      readonly unit: 'working-day' | 'working-hour' | 'day' | 'clock-hour';
      readonly value: number;
      readonly note: Bilingual | null;
      readonly basis: string | null;
    }
  | { readonly unit: 'undetermined'; readonly value: number | null; readonly note: Bilingual | null; readonly basis: null };

export interface Fee {
  /** Empty and `known: true` means free of charge; `known: false` means the source does not say. */
  readonly known: boolean;
  readonly lines: readonly FeeLine[];
  readonly note: Bilingual | null;
}

export interface FeeLine {
  /** phí (price of a public service) or lệ phí (charge for a state paper). */
  readonly kind: 'service-fee' | 'state-charge';
  /** Whole đồng per unit. */
  readonly amount: number;
  /** What it is counted by: `case`, `page`, `copy`, `paper`. */
  readonly unit: 'case' | 'page' | 'copy' | 'paper';
  readonly label: Bilingual;
  readonly basis: string | null;
}

export type FilingChannel = 'counter' | 'online' | 'post' | 'kiosk' | 'home';

export interface PaperRequirement {
  /** Stable within the procedure: `birth-notice`. */
  readonly id: string;
  /** Plain words, whole sentences; null for packs that were not curated and whose source text is cut. */
  readonly name: Bilingual;
  /** The name in the source, whole; null if the source only has it cut at 220 characters. */
  readonly officialName: string | null;
  /** One or two plain sentences: where to get it, what must be on it. */
  readonly help: Bilingual | null;
  readonly handling: 'submit-original' | 'submit-copy' | 'submit-certified-copy' | 'show' | 'form';
  readonly copies: number;
  /** Null: always needed. Otherwise the question that decides and the sentence shown on the list. */
  readonly onlyWhen: { readonly question: Bilingual; readonly label: Bilingual } | null;
  /** Papers of one group are alternatives: any one of them is enough. */
  readonly anyOf: string | null;
}

export interface LookedUp {
  readonly name: Bilingual;
  /** The database it is taken from, in words. */
  readonly source: Bilingual;
}

export interface ProcedureStep {
  readonly key: StepKey;
  readonly role: StepRole;
  /** Internal working hours allowed for the step. */
  readonly hours: number;
  readonly label: Bilingual;
}

/** The five steps (5 bước): tiếp nhận → thẩm định → phê duyệt → đóng dấu → trả kết quả. */
export type StepKey = 'receive' | 'appraise' | 'approve' | 'seal' | 'hand-over';

/** The position that holds a step. */
export type StepRole = 'reception' | 'specialist' | 'leader' | 'clerk';
