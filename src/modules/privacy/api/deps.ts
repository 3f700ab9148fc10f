import { type StaffActor } from '../../../kernel/actor.ts';
import { type PersonData, type PersonSubject } from '../../../kernel/person-data.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Soon } from '../../../kernel/soon.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type Answer, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { type Correction } from '../contract/data-request-schemas.ts';

/** The masked parts of a dossier, whole, with whether the one who asks holds its step now. */
export interface MaskedParts {
  readonly code: string;
  readonly citizenNumber: string | null;
  readonly phone: string | null;
  readonly content: string;
  readonly mayReveal: boolean;
}

/** A person whom the commune knows. */
export interface KnownPerson {
  readonly id: string;
  readonly fullName: string;
  readonly citizenNumber: string | null;
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly address: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Whose data it is about. */
export interface About {
  readonly communeCode: string;
  readonly personId: string;
}

/** A dossier that its citizen has opened with four digits. */
export interface OpenedDossier {
  readonly id: string;
  readonly communeCode: string;
  readonly code: string;
  readonly procedureName: string;
  /** Null while the office has not received it. */
  readonly personId: string | null;
}

/** Everything that modules hold on a person: each contributes through its front door. */
export type PersonSource = (db: Database, subject: PersonSubject) => Promise<PersonData>;

/** What the module is given by the composition root; each is another module's front door. */
export interface PrivacyDeps {
  readonly db: Database;
  readonly newId: () => string;
  readonly maskedParts: (db: Database | Tx, actor: StaffActor, dossierId: string) => Promise<MaskedParts | undefined>;
  readonly personNumbers: (db: Database | Tx, communeCode: string, personId: string) => Promise<{ readonly citizenNumber: string | null; readonly phone: string | null } | undefined>;
  readonly findPerson: (db: Database | Tx, communeCode: string, personId: string) => Promise<KnownPerson | undefined>;
  readonly findPersonByNumber: (db: Database | Tx, communeCode: string, number: string) => Promise<KnownPerson | undefined>;
  /** Changes what the office knows of a person and keeps what stood there; answers the names of the entries that changed. */
  readonly correctPerson: (tx: Tx, about: About, correction: Correction, by: { readonly id: string; readonly name: string; readonly reason: string }, now: Date, changeId: string) => Promise<Result<readonly string[]>>;
  readonly personDossiers: (tx: Tx, communeCode: string, personId: string) => Promise<readonly { readonly id: string; readonly code: string; readonly running: boolean; readonly endedAt: Date | null }[]>;
  /** Erases what no law keeps of a person whose dossiers have all ended; `cardWords` name papers that are pictures of cards. */
  readonly eraseOfPerson: (tx: Tx, about: About, dossierIds: readonly string[], cardWords: readonly string[], now: Date) => Promise<{ readonly cardPictures: number; readonly keptPapers: number; readonly contacts: number }>;
  readonly restrictPerson: (tx: Tx, about: About, now: Date) => Promise<void>;
  /** Administrators and Presidents: who decides about requests and is reminded of them. */
  readonly decidersOf: (communeCode: string) => Promise<readonly StaffActor[]>;
  readonly sources: readonly PersonSource[];
  readonly office: () => Soon<PublicOffice | undefined>;
  readonly officeOf: (communeCode: string) => Promise<{ readonly name: string; readonly kind: string; readonly centreName: string; readonly address: string; readonly hotline: string }>;
  /** The dossier behind the link of a slip, opened by four digits in this browser; else the page that asks for them. */
  readonly openedDossier: (input: Pick<RouteInput<RouteSchema>, 'request' | 'context'>, token: string) => Promise<{ readonly dossier: OpenedDossier } | { readonly answer: Answer }>;
}
