import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { signatureTitle } from '../../../kernel/signature-title.ts';
import { type FormKey, type FormTemplate, formTemplateInForce, loadFormTemplates, type PaperOffice, type PaperPerson, type PaperSigner } from '../../official-papers/index.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { type DossierCommune } from './deps.ts';

/** The office as its papers name it. */
export function paperOffice(commune: DossierCommune): PaperOffice {
  return { communeKind: commune.kind, communeName: commune.name, centreName: commune.centreName, address: commune.address, hotline: commune.hotline };
}

/** The form of a day. A form that no circular of that day knows is a fault in `data/form-templates` and throws. */
export function paperTemplate(key: FormKey, at: Date): FormTemplate {
  const template = formTemplateInForce(loadFormTemplates(), key, dateAt(at.getTime()));
  if (template === undefined) throw new Error(`no form ${key} in force at ${at.toISOString()}`);
  return template;
}

/** Who filed, as papers print it. */
export function paperApplicant(dossier: Pick<DossierRow, 'applicant_name' | 'applicant_number' | 'applicant_address' | 'applicant_phone' | 'applicant_email'>): PaperPerson {
  return {
    fullName: dossier.applicant_name,
    citizenNumber: dossier.applicant_number,
    address: dossier.applicant_address,
    phone: dossier.applicant_phone,
    email: dossier.applicant_email,
  };
}

/** The head who signs: whoever issues the paper if he leads a unit, else room for the name of the one who does. */
export function paperSigner(actor: StaffActor): PaperSigner {
  const lead = actor.positions.find(({ role }) => role === 'president') ?? actor.positions.find(({ role }) => role === 'unit-head');
  return lead === undefined ? { title: 'Thủ trưởng đơn vị', name: null } : { title: signatureTitle(lead, actor.positions), name: actor.fullName };
}
