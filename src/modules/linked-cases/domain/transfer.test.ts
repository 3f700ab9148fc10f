import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { at, CALENDAR, shown } from '../../../../test/linked-groups.ts';
import { acknowledge, afterTry, newTransfer, refuseTransfer, repair, retry, type SendOutcome, type Transfer, transferAlert } from './transfer.ts';

const NOW = at('2026-11-20T10:00');
const BROKEN: SendOutcome = { kind: 'fault', fault: 'server-error' };
const HAND = { number: 'BG-15', receivedBy: 'Lê Văn Nhận', words: null };

function tried(transfer: Transfer, outcome: SendOutcome, moment = NOW): Transfer {
  const change = afterTry(transfer, outcome, '2wh', moment, CALENDAR);
  assert.ok(change);
  return change.transfer;
}
const sentAt = (moment: string): Transfer => tried(newTransfer(at(moment)), { kind: 'accepted' }, at(moment));
const codeOf = (result: ReturnType<typeof retry>): string => (result.ok ? result.value.transfer.state : result.problem.code);

describe('a message to another agency', () => {
  // two working hours
  for (const [sent, by] of [['2026-11-20T08:00', '2026-11-20T10:00'], ['2026-11-20T10:30', '2026-11-20T14:30'], ['2026-11-20T16:30', '2026-11-23T08:30'], ['2026-11-23T16:00', '2026-11-25T08:00']] as const) {
    test(`sent ${sent} is to be acknowledged by ${by}`, () => {
      const transfer = sentAt(sent);
      assert.equal(shown(transfer.acknowledgeBy), by);
      assert.deepEqual([transferAlert(transfer, at(by)), transferAlert(transfer, at(by) + 1)], [null, 'unacknowledged']);
    });
  }

  test('that fails is tried again after 1, 2, 5, 15, 60 and 180 minutes, then a person decides', () => {
    let transfer = newTransfer(NOW);
    const waits: (number | null)[] = [];
    while (transfer.state === 'waiting') {
      transfer = tried(transfer, BROKEN);
      waits.push(transfer.nextTryAt === null ? null : (transfer.nextTryAt - NOW) / 60_000);
    }
    assert.deepEqual([waits, transfer.state, transfer.attempts, transferAlert(transfer, NOW)], [[1, 2, 5, 15, 60, 180, null], 'failed', 7, 'failed']);
  });

  test('to an agency without a line fails at once: nobody waits for what cannot come', () => {
    assert.equal(tried(newTransfer(NOW), { kind: 'fault', fault: 'not-connected' }).state, 'failed');
  });

  test('that is not taken raises an alert with the agency’s words', () => {
    const transfer = tried(newTransfer(NOW), { kind: 'refused', words: 'Thiếu tên chủ hộ' });
    assert.deepEqual([transfer.state, transfer.fault, transferAlert(transfer, NOW)], ['refused', 'Thiếu tên chủ hộ', 'refused']);
  });

  test('acknowledged while it was tried stays acknowledged, whatever the try says', () => {
    const change = acknowledge(newTransfer(NOW), 'CA-1', NOW);
    assert.ok(change);
    assert.equal(afterTry(change.transfer, BROKEN, '2wh', NOW, CALENDAR), undefined);
    assert.equal(acknowledge(change.transfer, 'CA-2', NOW), undefined);
    assert.equal(refuseTransfer(change.transfer, 'Không nhận'), undefined);
  });

  test('acknowledged after it failed or was refused is acknowledged: the agency has it', () => {
    for (const transfer of [tried(newTransfer(NOW), { kind: 'fault', fault: 'not-connected' }), tried(newTransfer(NOW), { kind: 'refused', words: 'x' })]) {
      assert.equal(acknowledge(transfer, 'CA-1', NOW)?.transfer.state, 'acknowledged');
    }
  });

  test('handed over by hand keeps the agency’s number when it is acknowledged afterwards, and is not sent again', () => {
    const failed = tried(newTransfer(NOW), { kind: 'fault', fault: 'not-connected' });
    const repaired = repair(failed, HAND, NOW);
    assert.ok(repaired.ok);
    assert.deepEqual([repaired.value.transfer.state, repaired.value.facts], ['repaired', { number: 'BG-15', to: 'Lê Văn Nhận' }]);
    const known = acknowledge(repaired.value.transfer, 'CA-1', NOW);
    assert.deepEqual([known?.transfer.state, known?.transfer.externalCode], ['repaired', 'CA-1']);
    assert.equal(known === undefined ? 'none' : acknowledge(known.transfer, 'CA-1', NOW), undefined);
    assert.equal(codeOf(retry(repaired.value.transfer, NOW)), 'linked-case.action-not-possible');
  });

  test('is repaired only when it is stuck, with the number of the paper', () => {
    const failed = tried(newTransfer(NOW), { kind: 'fault', fault: 'not-connected' });
    const late = sentAt('2026-11-20T07:00');
    const acknowledged = acknowledge(newTransfer(NOW), 'CA-1', NOW)?.transfer ?? failed;
    assert.deepEqual(
      [
        codeOf(repair(failed, { ...HAND, number: '  ' }, NOW)), codeOf(repair(acknowledged, HAND, NOW)), codeOf(repair(newTransfer(NOW), HAND, NOW)), codeOf(repair(sentAt('2026-11-20T09:00'), HAND, NOW)),
        codeOf(repair(late, HAND, NOW)), codeOf(repair(tried(newTransfer(NOW), BROKEN), HAND, NOW)),
      ],
      ['transfer.number-missing', 'transfer.already-acknowledged', 'linked-case.action-not-possible', 'linked-case.action-not-possible', 'repaired', 'repaired'],
    );
  });

  test('is sent again at once, with all its tries before it', () => {
    const failed = tried(newTransfer(NOW), { kind: 'fault', fault: 'not-connected' });
    const again = retry(failed, NOW);
    assert.ok(again.ok);
    assert.deepEqual([again.value.transfer.state, again.value.transfer.attempts, again.value.transfer.nextTryAt], ['waiting', 0, NOW]);
    assert.equal(codeOf(retry(acknowledge(newTransfer(NOW), null, NOW)?.transfer ?? failed, NOW)), 'transfer.already-acknowledged');
  });
});
