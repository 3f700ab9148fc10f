import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CALENDAR_WORDS } from '../../modules/calendar/ui/staff/calendar-messages.ts';
import { HOURS_WORDS } from '../../modules/calendar/ui/staff/hours-messages.ts';
import { LANE_WORDS } from '../../modules/certification/ui/staff/lane/lane-messages.ts';
import { REGISTER_WORDS } from '../../modules/certification/ui/staff/register/register-messages.ts';
import { DESK_WORDS } from '../../modules/dossiers/ui/staff/desk/desk-messages.ts';
import { DOSSIER_WORDS } from '../../modules/dossiers/ui/staff/dossier/dossier-messages.ts';
import { FILTER_WORDS } from '../../modules/dossiers/ui/staff/desk/filter-messages.ts';
import { REPORT_WORDS } from '../../modules/dossiers/ui/staff/report/report-messages.ts';
import { RECEPTION_WORDS } from '../../modules/dossiers/ui/staff/reception/reception-messages.ts';
import { SAVING_WORDS } from '../../modules/dossiers/ui/staff/reception/saving-messages.ts';
import { FORM_EDITOR_WORDS } from '../../modules/form-editor/ui/staff/form-editor-messages.ts';
import { INSTALLATION_WORDS } from '../../modules/installation-administrators/ui/staff/installation-messages.ts';
import { EDITOR_WORDS } from '../../modules/procedure-editor/ui/staff/editor-messages.ts';
import { UNDETERMINED_WORDS } from '../../modules/procedures/ui/staff/undetermined-messages.ts';
import { JOURNAL_WORDS } from '../../modules/journal/ui/staff/screen/journal-messages.ts';
import { PURPOSE_WORDS } from '../../modules/journal/ui/staff/purpose/purpose-messages.ts';
import { type Catalogue } from '../../platform/i18n/catalogue.ts';
import { STAFF_WORDS } from './messages.ts';
import { PERSON_WORDS } from './person/person-messages.ts';

const CATALOGUES: Readonly<Record<string, Catalogue<string>>> = {
  shell: STAFF_WORDS, lane: LANE_WORDS, register: REGISTER_WORDS, person: PERSON_WORDS, filter: FILTER_WORDS, report: REPORT_WORDS, desk: DESK_WORDS, dossier: DOSSIER_WORDS, reception: RECEPTION_WORDS, saving: SAVING_WORDS, undetermined: UNDETERMINED_WORDS, editor: EDITOR_WORDS, installation: INSTALLATION_WORDS, forms: FORM_EDITOR_WORDS, purpose: PURPOSE_WORDS, journal: JOURNAL_WORDS, calendar: CALENDAR_WORDS, hours: HOURS_WORDS,
};

function places(sentence: string): readonly string[] {
  return (sentence.match(/\{\w+\}/g) ?? []).toSorted();
}

for (const [name, catalogue] of Object.entries(CATALOGUES)) {
  test(`the ${name} words have the same places in both languages, and none is empty`, () => {
    for (const [key, vi] of Object.entries(catalogue.vi)) {
      const en = catalogue.en[key] ?? '';
      assert.ok(vi.trim() !== '' && en.trim() !== '', key);
      assert.deepEqual(places(en), places(vi), key);
    }
  });

  test(`the ${name} words are composed Vietnamese without stray signs`, () => {
    for (const [key, vi] of Object.entries(catalogue.vi)) {
      assert.equal(vi, vi.normalize('NFC').trim(), key);
      assert.ok(!/ {2}|\.\.\.|["']/.test(vi), `${key}: ${vi}`);
    }
  });
}
