import { timingSafeEqual } from 'node:crypto';
import { isUuid } from '../../../kernel/uuid.ts';
import { type LinkSigner } from '../../../platform/secrets/link-signer.ts';
import { type DossiersDeps } from './deps.ts';

/** The ids that a declaration form is drawn with. The seal proves that this server made both, and made them together. */
export interface DeclarationIds {
  readonly commandId: string;
  readonly dossierId: string;
  readonly seal: string;
}

function sealOf(links: LinkSigner, commandId: string, dossierId: string): string {
  return links.token('declaration-form', `${commandId}|${dossierId}`);
}

/** Whether two secrets are the same, in a time that does not tell how much of them is. */
export function isSameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Ids that this server made before and kept, sealed again for their form. */
export function sealDeclarationIds(links: LinkSigner, commandId: string, dossierId: string): DeclarationIds {
  return { commandId, dossierId, seal: sealOf(links, commandId, dossierId) };
}

/** Fresh ids for a form that is drawn now. */
export function makeDeclarationIds(deps: Pick<DossiersDeps, 'newId' | 'links'>): DeclarationIds {
  const [commandId, dossierId] = [deps.newId(), deps.newId()];
  return sealDeclarationIds(deps.links, commandId, dossierId);
}

/** The ids of a form that came back; undefined unless this server made them, so that nobody can aim at another dossier. */
export function readDeclarationIds(links: LinkSigner, fields: ReadonlyMap<string, string>): DeclarationIds | undefined {
  const commandId = fields.get('commandId') ?? '';
  const dossierId = fields.get('dossierId') ?? '';
  const seal = fields.get('seal') ?? '';
  if (!isUuid(commandId) || !isUuid(dossierId)) return undefined;
  return isSameSecret(seal, sealOf(links, commandId, dossierId)) ? { commandId, dossierId, seal } : undefined;
}
