import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Role, type StaffActor } from '../../../kernel/actor.ts';
import { type DossierPosition } from './may-act.ts';
import { type Appraised, refuseOwnAppraisal } from './refuse-own-appraisal.ts';

const DOSSIER: DossierPosition = {
  state: 'in-progress', currentStep: 'approve', currentRole: 'leader', field: 'Hộ tịch', unitId: null, holderId: null, approvalAsked: null, urged: false, extended: false, answered: false,
  agencyAsked: false, handed: null,
};

function person(staffId: string, role: Role, fields: readonly string[] = []): StaffActor {
  return { kind: 'staff', staffId, communeCode: '16072', fullName: staffId, userName: staffId, positions: [{ unitId: 'u', role, title: '', fields }] };
}

const HEAD = person('head', 'unit-head');
const APPRAISED: Appraised = { appraisedBy: 'head', rule: 'another', signerCompares: false };

for (const [what, appraised, colleagues, refused] of [
  ['another leader may approve', {}, [HEAD, person('chair', 'president')], true],
  ['nobody else may approve', {}, [HEAD, person('other', 'specialist')], false],
  ['the only other leader looks after another field', {}, [HEAD, person('land', 'unit-head', ['Đất đai'])], false],
  ['somebody else appraised', { appraisedBy: 'other' }, [HEAD, person('chair', 'president')], false],
  ['there was no appraisal', { appraisedBy: null }, [HEAD, person('chair', 'president')], false],
  ['the office lets anyone', { rule: 'anyone' }, [HEAD, person('chair', 'president')], false],
  ['the law has the signer compare the papers', { signerCompares: true }, [HEAD, person('chair', 'president')], false],
] as const) {
  test(`whoever appraised ${refused ? 'does not approve' : 'may approve, or was not asked'} when ${what}`, () => {
    assert.equal(refuseOwnAppraisal(DOSSIER, { ...APPRAISED, ...appraised }, HEAD, colleagues), refused ? 'dossier.appraised-by-signer' : undefined);
  });
}
