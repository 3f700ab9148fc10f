import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedOfDraft, draftOfAsked, NO_FEES_DRAFT, withCopies } from './fees-draft.ts';

test('what is typed is sent as numbers, and what is not there yet is left out', () => {
  const draft = {
    items: [{ code: 'certified-copy', quantity: '2', pages: ' 3 ' }, { code: 'certified-copy', quantity: '1', pages: '' }, { code: 'print-page', quantity: '', pages: null }, { code: 'extra-extract-copy', quantity: '1', pages: null }],
    claims: [{ exemption: '', percent: '', proof: 'x' }, { exemption: 'civil-status-poor', percent: '', proof: ' Giấy ' }, { exemption: 'filed-through-vneid', percent: '50', proof: 'VNeID' }],
    eventDay: '',
  };
  assert.deepEqual(askedOfDraft(draft), {
    items: [{ code: 'certified-copy', quantity: 2, pages: 3 }, { code: 'extra-extract-copy', quantity: 1, pages: null }],
    claims: [{ exemption: 'civil-status-poor', percent: null, proof: 'Giấy' }, { exemption: 'filed-through-vneid', percent: 50, proof: 'VNeID' }],
    eventDay: null,
  });
});

test('letters, halves and less than nothing are sent as what the server refuses', () => {
  const quantities = ['hai', '1,5', '-3'].map((quantity) => askedOfDraft({ ...NO_FEES_DRAFT, items: [{ code: 'a', quantity, pages: null }] }).items[0]?.quantity);
  assert.deepEqual(quantities, [-1, 1.5, -3]);
});

test('what was asked for comes back as it was', () => {
  const asked = { items: [{ code: 'certified-copy', quantity: 2, pages: 3 }], claims: [{ exemption: 'filed-through-vneid', percent: 50, proof: 'VNeID' }], eventDay: '2026-11-01' };
  assert.deepEqual(askedOfDraft(draftOfAsked(asked)), asked);
});

test('the copies that a declaration asks for are the quantity of the copies, unless somebody typed one or no copies are charged', () => {
  const [byPages, extra, person] = [{ code: 'certified-copy', unit: 'copy', byPages: true }, { code: 'extra-extract-copy', unit: 'copy', byPages: false }, { code: 'residence-list', unit: 'person', byPages: false }];
  const preset = withCopies(NO_FEES_DRAFT, [byPages, person, extra], 2);
  assert.deepEqual(preset.items, [{ code: 'extra-extract-copy', quantity: '2', pages: null }]);
  assert.equal(withCopies(preset, [extra], 5), preset);
  assert.equal(withCopies(NO_FEES_DRAFT, [byPages, person], 2), NO_FEES_DRAFT);
  assert.equal(withCopies(NO_FEES_DRAFT, [extra], 0), NO_FEES_DRAFT);
});
