import { type DrawnSignature } from '../papers/form-sheet.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Problem, type Result } from '../../../kernel/result.ts';
import { type Soon } from '../../../kernel/soon.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type Answer, type RequestContext, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type LinkSigner } from '../../../platform/secrets/link-signer.ts';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { type ScannedSheet, type SentPapersInput } from '../contract/scan-schemas.ts';
import { type CitizensDossier, type Declaration, type DossierCommune, type DossierProcedure } from '../../dossiers/index.ts';
import { type FormApplicant } from '../domain/applicant-of.ts';
import { type CompiledForm } from '../domain/compile-form.ts';
import { type FormDefinition } from '../domain/form-definition.ts';
import { type PapersCalledFor } from '../domain/papers-called-for.ts';
import { type ReviewDifference, type ReviewPapers } from '../ui/public/review-page.tsx';

export type PageInput = Pick<RouteInput<RouteSchema>, 'request' | 'context'>;

/** The papers of a declaration under way, kept by another module. */
export interface DraftPapers {
  /** What tells the papers from any others; empty while nothing was sent. */
  readonly fingerprint: (draft: Pick<DraftOfPapers, 'communeCode' | 'dossierId'>) => Promise<string>;
  /** How they stand, for the review. */
  readonly view: (draft: DraftOfPapers, locale: Locale, now: Date) => Promise<ReviewPapers>;
  /** Makes them ready to go into the dossier with its declaration. */
  readonly ready: (draft: DraftOfPapers, now: Date) => Promise<Result<Pick<Declaration, 'papers' | 'bundle'>>>;
  /** Lets them go with a draft that its person deletes. */
  readonly drop: (draft: DraftOfPapers, now: Date) => Promise<void>;
  /** The page where they are added. */
  readonly open: (draft: DraftOfPapers, now: Date) => Promise<Result<{ readonly path: string }>>;
}

/** The draft that a printed form was made from. */
export interface PrintedDraft {
  readonly communeCode: string;
  readonly draftId: string;
  /** The dossier that it would have become, which its papers are kept for. */
  readonly dossierId: string;
  readonly procedureCode: string;
}

/** Papers of a draft that go into the dossier its printed form is received with. */
export interface TakenWithForm {
  readonly papers: readonly { readonly requirementId: string; readonly name: string; readonly files: readonly { readonly sha256: string; readonly fileName: string }[] }[];
  /** Papers that stay behind, by their official names, and why. */
  readonly leftOut: readonly { readonly name: string; readonly reason: string }[];
  /** Takes them for that dossier, in the transaction that receives it; refuses what changed since they were made ready. */
  readonly take: (tx: Tx, dossierId: string) => Promise<Result<unknown>>;
}

/** The papers that were sent with the draft of a printed form, for whoever receives it at the counter. */
export interface CounterPapers {
  /** What the office is shown of them; null where nothing came. */
  readonly show: (draft: PrintedDraft, locale: Locale, now: Date) => Promise<ScannedSheet['sentPapers']>;
  /** Makes them ready; refuses what the office was not shown, and what is not here whole. */
  readonly ready: (draft: PrintedDraft, wishes: SentPapersInput | undefined, now: Date) => Promise<Result<TakenWithForm>>;
  /** The first page of one file as a JPEG; refuses what is not of this draft. */
  readonly picture: (draft: Pick<PrintedDraft, 'communeCode' | 'dossierId'>, fileId: string, size: 'small' | 'large') => Promise<Result<Buffer>>;
}

/** Exactly what would be sent: a consent to it counts for nothing else. */
export interface DraftContent {
  readonly communeCode: string;
  readonly dossierId: string;
  readonly procedureCode: string;
  readonly answersHash: string;
  readonly papers: string;
  readonly person: Pick<FormApplicant, 'fullName' | 'citizenNumber' | 'phone'>;
}

/** Whether the person declares alone, or who helps and whether the person agreed to exactly this; the sentences are in the reader's language. */
export type HelpState =
  | { readonly kind: 'self' }
  | {
      readonly kind: 'helped';
      readonly line: string;
      readonly name: string;
      readonly by: 'relative' | 'team' | 'officer';
      readonly staffId: string | null;
      /** Why this helper cannot help this person. */
      readonly fault: Problem | undefined;
      readonly consent: { readonly way: 'signature' | 'code' | 'recording'; readonly line: string } | undefined;
      /** Why it cannot be sent yet. */
      readonly lacks: Problem | undefined;
    };

/** Help with declarations under way, kept by another module. */
export interface DraftHelp {
  /** Who helps, as one line; undefined when nobody does. */
  readonly lineOf: (draft: { readonly communeCode: string; readonly dossierId: string }, locale: Locale) => Promise<string | undefined>;
  /** The name of who helps; undefined when nobody does. */
  readonly nameOf: (draft: { readonly communeCode: string; readonly dossierId: string }) => Promise<string | undefined>;
  /** Who helped with a declaration that was sent, and how and when the person agreed; empty when nobody helped. */
  readonly told: (draft: { readonly communeCode: string; readonly dossierId: string }, locale: Locale) => Promise<readonly string[]>;
  /** The signature that the person drew when agreeing to what was sent; undefined where there is none, or none any more. */
  readonly drawn: (draft: { readonly communeCode: string; readonly dossierId: string }) => Promise<DrawnSignature | undefined>;
  readonly stateOf: (content: DraftContent, context: RequestContext) => Promise<HelpState>;
  /** Takes the help as it was looked at into the dossier, in the transaction that makes it; refuses what changed in between. */
  readonly take: (tx: Tx, content: DraftContent, state: HelpState, now: Date) => Promise<Result<unknown>>;
  /** Where it is told who helps, and where the person reads and agrees. */
  readonly paths: { readonly who: (token: string) => string; readonly agree: (token: string) => string };
}

/** Declarations that are made together, as the matters of one life event, kept by another module. */
export interface DraftCompanions {
  /** What a draft is part of and where its list is; undefined for a draft of its own. */
  readonly of: (draft: DraftId, locale: Locale) => Promise<{ readonly label: string; readonly href: string } | undefined>;
  /** What the others say otherwise. */
  readonly differences: (draft: DraftId, context: Pick<RequestContext, 'locale' | 'now'>) => Promise<readonly ReviewDifference[]>;
  /** Hears, in the transaction that makes the dossier, that a draft was sent or received on paper. */
  readonly sent: (tx: Tx, draft: DraftId & { readonly dossierId: string }, now: Date) => Promise<void>;
  /** Own path of what a code and four digits open beside drafts; undefined when they open nothing. */
  readonly openByCode: (communeCode: string, code: string, digits: string, now: Date) => Promise<string | undefined>;
}

export interface DraftId {
  readonly communeCode: string;
  readonly draftId: string;
}

/** What the papers are told about the declaration. */
export interface DraftOfPapers {
  readonly communeCode: string;
  readonly dossierId: string;
  readonly procedure: DossierProcedure;
  /** What the answers say about its papers. */
  readonly called: PapersCalledFor;
  readonly returnPath: string;
  /** Own path that leads to where they are added. */
  readonly addPath: string;
  readonly expiresAt: Date;
}

/** Everything the pages of a declaration are given by the composition root. */
export interface FormPagesDeps {
  readonly db: Database;
  readonly links: LinkSigner;
  readonly publicUrl: string;
  readonly newId: () => string;
  readonly office: () => Soon<PublicOffice | undefined>;
  readonly homeCommune: () => Soon<DossierCommune | undefined>;
  readonly procedureInForce: (communeCode: string, code: string, at: number) => Promise<DossierProcedure | undefined>;
  readonly forms: {
    readonly formOf: (procedureCode: string, day: LocalDate) => CompiledForm | undefined;
    readonly version: (code: string, version: number) => CompiledForm | undefined;
    readonly all: (day: LocalDate) => readonly FormDefinition[];
    readonly formOfDraft: (draft: { readonly procedureCode: string; readonly code: string; readonly version: number }, day: LocalDate) => CompiledForm | undefined;
  };
  /** Makes the dossier; `also` writes what belongs to it in the same transaction. */
  readonly declare: (declaration: Declaration, context: RequestContext, also: (tx: Tx) => Promise<Result<unknown>>) => Promise<Result<{ readonly id: string }>>;
  /** The sentence and status of a refusal of `declare`. */
  readonly sayProblem: (problem: Problem, locale: Locale) => { readonly status: number; readonly sentence: string };
  /** The dossier behind a link once its four digits were shown, else the page that asks for them. */
  readonly openedDossier: (input: PageInput, token: string, to?: 'to-khai' | 'khai-viec-khac') => Promise<{ readonly dossier: CitizensDossier } | { readonly answer: Answer }>;
  readonly papers: DraftPapers;
  readonly counterPapers: CounterPapers;
  readonly help: DraftHelp;
  /** Undefined: every declaration stands alone. */
  readonly companions?: DraftCompanions | undefined;
  /** Whether a dossier of the commune was received; false: it waits for reception, or is not there. */
  readonly isReceived: (communeCode: string, dossierId: string) => Promise<boolean>;
  /** A dossier of the commune, and whether this member of staff holds its step now; undefined for one that is not there. */
  readonly heldDossier: (actor: StaffActor, dossierId: string) => Promise<{ readonly code: string; readonly mayReveal: boolean } | undefined>;
}
