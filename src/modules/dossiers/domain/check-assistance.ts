import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** Whose account help was given on; an officer's own is never one of them. */
export type AssistedAccount = 'own' | 'representative' | 'none';

/** How somebody agreed: aloud or on paper as it was told, or by a signature, code or recording that is kept (assisted filing). */
export type AssistedConsent = 'spoken' | 'written' | 'signature' | 'code' | 'recording';

/** Whether a consent is one that is proven by what was kept with the declaration: it is never told at the counter, and never taken away there. */
export function isProven(consent: AssistedConsent | null): boolean {
  return consent === 'signature' || consent === 'code' || consent === 'recording';
}

/** Help as it was told: who helped, whether the person agreed, whose account was used. */
export interface AssistanceInput {
  readonly by: string | null;
  readonly consent: AssistedConsent | null;
  readonly account: AssistedAccount | 'officer' | null;
}

/** Help as it is kept, apart from the channel. */
export interface Assistance {
  readonly by: string | null;
  readonly consent: AssistedConsent | null;
  readonly account: AssistedAccount | null;
}

/**
 * Tidies and checks what is said about help. Refuses an officer's account as the filer (NĐ 309/2026: a filing belongs to the citizen's own or the
 * representative's account), help without the helper's name, and help to which the person has not agreed (Luật 91/2025/QH15).
 */
export function checkAssistance(input: AssistanceInput): Result<Assistance> {
  if (input.account === 'officer') return refuse('dossier.officer-account', {}, 'assistedAccount');
  const by = input.by?.normalize('NFC').trim() ?? '';
  if (by === '') {
    const named = input.consent !== null || (input.account !== null && input.account !== 'none');
    return named ? refuse('dossier.helper-missing', {}, 'assistedBy') : ok({ by: null, consent: null, account: null });
  }
  if (input.consent === null) return refuse('dossier.consent-missing', {}, 'assistedConsent');
  return ok({ by, consent: input.consent, account: input.account ?? 'none' });
}
