/** What the inbox of a member of staff needs to know of a dossier to name it. */
export interface NamedDossier {
  readonly id: string;
  readonly code: string | null;
  readonly reference: string;
  readonly procedure_name: string;
  readonly applicant_name: string;
}

/** The facts that every notice about a dossier carries. */
export function namingFacts(dossier: NamedDossier): { readonly code: string; readonly procedure: string; readonly applicant: string } {
  return { code: dossier.code ?? dossier.reference, procedure: dossier.procedure_name, applicant: dossier.applicant_name };
}
