import { type Locale } from '../../../platform/i18n/locale.ts';

/** A provider by whose word staff may sign in. */
export interface SignOnWay {
  readonly key: string;
  readonly label: Readonly<Record<Locale, string>>;
}

/** Single sign-on as the sign-in page knows it. */
export interface StaffSignOn {
  /** The providers that staff of the home commune may use. */
  readonly ways: (now: Date) => Promise<readonly SignOnWay[]>;
  /** Where one leaves a provider too; undefined for one that is not set up, null where it has no such place. */
  readonly leave: (key: string) => Promise<{ readonly label: SignOnWay['label']; readonly href: string | null } | undefined>;
}
