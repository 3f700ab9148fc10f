import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decideGrantAct, decideNaming, type GrantFacts, type GrantWish } from './decide-installation-grant.ts';
import { GRANT_ACTS, GRANT_STATES, type GrantAct, type InstallationGrant, NEXT, PROPOSAL_MS } from './installation-grant.ts';

const TODAY = '2026-11-23';
const NOW = new Date('2026-11-23T08:00:00+07:00');
const FACTS: GrantFacts = { now: NOW, today: TODAY, speakers: ['a', 'b', 'c'], administrators: new Set(['a', 'b', 'c', 'p', 'q']) };
const WISH: GrantWish = { staffId: 'p', by: 'a', validFrom: TODAY, validTo: '2027-11-22', reason: ' Quyết định 12 ' };
const PROPOSED: InstallationGrant = {
  id: 'g', communeCode: '16072', staffId: 'p', staffName: 'P', communeName: 'Xã', validFrom: TODAY, validTo: '2027-11-22', reason: 'Quyết định 12', state: 'proposed', proposedBy: 'a', proposedByName: 'A', proposedAt: NOW,
  decidedByName: null, decidedAt: null, endProposedBy: null, endProposedByName: null, endReason: null, endedHow: null, endedByName: null, endedAt: null,
};
const GRANTED: InstallationGrant = { ...PROPOSED, staffId: 'c', state: 'granted', decidedByName: 'B', decidedAt: NOW };
const ENDING: InstallationGrant = { ...GRANTED, endProposedBy: 'a', endProposedByName: 'A', endReason: 'Chuyển công tác' };
const codeOf = (result: { readonly ok: boolean; readonly problem?: { readonly code: string } }) => (result.ok ? null : result.problem?.code.replace('installation.', ''));

describe('a proposal', () => {
  const cases: readonly (readonly [string, Partial<GrantWish>, string | null, Partial<GrantFacts>?, (readonly InstallationGrant[])?])[] = [
    ['of one who speaks for the installation is taken', {}, null],
    ['of somebody who does not is refused', { by: 'p' }, 'not-yours'],
    ['needs somebody else who could agree', {}, 'nobody-to-agree', { speakers: ['a'] }],
    ['is not agreed to by the person named', { staffId: 'b' }, 'nobody-to-agree', { speakers: ['a', 'b'] }],
    ['at the machine needs nobody', { by: null }, null, { speakers: [] }],
    ['names somebody who administers a commune', { staffId: 'x' }, 'no-administrator'],
    ['does not begin yesterday', { validFrom: '2026-11-22' }, 'day-past'],
    ['begins on the ninetieth day at the latest', { validFrom: '2027-02-21', validTo: '2027-03-01' }, null],
    ['does not begin later', { validFrom: '2027-02-22', validTo: '2027-03-01' }, 'day-too-far'],
    ['does not end before it begins', { validTo: '2026-11-22' }, 'days-turned'],
    ['may be for one day', { validTo: TODAY }, null],
    ['is for two years at most', { validTo: '2028-11-23' }, null],
    ['is not for longer', { validTo: '2028-11-24' }, 'too-long'],
    ['needs a reason that is no blanks', { reason: '  ' }, 'reason-missing'],
    ['waits for the one before', {}, 'proposed-already', {}, [PROPOSED]],
    ['comes again when the one before waited too long', {}, null, { now: new Date(NOW.getTime() + PROPOSAL_MS) }, [PROPOSED]],
    ['does not name on days on which the person speaks already', { validFrom: '2027-02-01', validTo: '2027-12-31' }, 'holds-already', {}, [{ ...GRANTED, staffId: 'p', validTo: '2027-02-01' }]],
    ['goes on from the day after', { validFrom: '2027-02-02', validTo: '2027-12-31' }, null, {}, [{ ...GRANTED, staffId: 'p', validTo: '2027-02-01' }]],
    ['is not kept out by what has ended', {}, null, {}, [{ ...GRANTED, staffId: 'p', state: 'ended' }, { ...PROPOSED, state: 'declined' }]],
  ];
  for (const [name, wish, code, facts, grants] of cases) {
    test(name, () => { assert.equal(codeOf(decideNaming({ ...WISH, ...wish }, { ...FACTS, ...facts }, grants ?? [])), code); });
  }

  test('keeps its reason without blanks around it', () => {
    const decided = decideNaming(WISH, FACTS, []);
    assert.equal(decided.ok && decided.value.reason, 'Quyết định 12');
  });
});

describe('a second person', () => {
  const cases: readonly (readonly [string, InstallationGrant, GrantAct, string, string | null, Partial<GrantFacts>?])[] = [
    ['agrees', PROPOSED, 'agree', 'b', null],
    ['is not the one who proposed', PROPOSED, 'agree', 'a', 'same-person'],
    ['is not the person named', { ...PROPOSED, staffId: 'b' }, 'agree', 'b', 'own-naming'],
    ['speaks for the installation', PROPOSED, 'agree', 'p', 'not-yours'],
    ['comes within a fortnight', PROPOSED, 'agree', 'b', 'proposal-too-old', { now: new Date(NOW.getTime() + PROPOSAL_MS) }],
    ['comes before the last day is over', PROPOSED, 'agree', 'b', 'proposal-too-old', { today: '2027-11-23' }],
    ['does not agree to what somebody proposed who speaks no more', PROPOSED, 'agree', 'b', 'proposer-gone', { speakers: ['b', 'c'] }],
    ['does not agree to somebody who administers no commune any more', PROPOSED, 'agree', 'b', 'no-administrator', { administrators: new Set(['a', 'b']) }],
    ['agrees once', GRANTED, 'agree', 'b', 'agreed-before'],
    ['declines', PROPOSED, 'decline', 'b', null],
    ['and the first one may take the proposal back', PROPOSED, 'decline', 'a', null],
    ['cannot end what was not agreed to', PROPOSED, 'propose-end', 'b', 'not-agreed-yet'],
    ['proposes an end', GRANTED, 'propose-end', 'a', null],
    ['also of the own naming', GRANTED, 'propose-end', 'c', null],
    ['does so once', ENDING, 'propose-end', 'b', 'end-proposed-already'],
    ['agrees to an end', ENDING, 'agree-end', 'b', null],
    ['also of the own naming, which another one proposed', ENDING, 'agree-end', 'c', null],
    ['is not the one who proposed the end', ENDING, 'agree-end', 'a', 'same-person'],
    ['does not end what nobody proposed to end', GRANTED, 'agree-end', 'b', 'no-end-proposed'],
    ['does not agree to an end of somebody who speaks no more', ENDING, 'agree-end', 'b', 'proposer-gone', { speakers: ['b', 'c'] }],
    ['calls an end off', ENDING, 'keep', 'b', null],
    ['calls nothing off that was not proposed', GRANTED, 'keep', 'b', 'no-end-proposed'],
    ['does not end the last one', { ...ENDING, endProposedBy: 'c' }, 'agree-end', 'c', 'last', { speakers: ['c'] }],
    ['does not even propose it', GRANTED, 'propose-end', 'c', 'last', { speakers: ['c'] }],
    ['ends somebody who begins later, although only one speaks today', { ...ENDING, staffId: 'p', validFrom: '2027-01-01' }, 'agree-end', 'b', null, { speakers: ['a', 'b'] }],
    ['does nothing to what has run out', { ...GRANTED, validTo: '2026-11-22' }, 'propose-end', 'a', 'over'],
  ];
  for (const [name, grant, act, by, code, facts] of cases) {
    test(name, () => { assert.equal(codeOf(decideGrantAct(grant, act, by, 'Chuyển công tác', { ...FACTS, ...facts })), code); });
  }

  test('says why an end is proposed', () => {
    assert.equal(codeOf(decideGrantAct(GRANTED, 'propose-end', 'a', '  ', FACTS)), 'reason-missing');
  });

  test('does nothing to what is over', () => {
    for (const state of GRANT_STATES) if (NEXT[state].length === 0) for (const act of GRANT_ACTS) assert.equal(codeOf(decideGrantAct({ ...ENDING, state }, act, 'b', 'x', FACTS)), 'over');
  });
});
