import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parseTimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { fillRequest, knownFacts, missingFacts } from '../domain/fill-request.ts';
import { groupBegunBy, groupInForce } from '../domain/linked-group.ts';
import { loadLinkedGroups } from './load-linked-groups.ts';

const GROUPS = loadLinkedGroups();

describe('the groups of interlinked procedures', () => {
  test('are the birth and the death group, in force on their days only', () => {
    assert.deepEqual(GROUPS.map(({ code }) => code), ['birth', 'death']);
    const on = (day: string) => groupInForce(GROUPS, 'birth', day)?.code;
    assert.deepEqual([on('2026-08-31'), on('2026-09-01'), on('2027-02-28'), on('2027-03-01')], [undefined, 'birth', 'birth', undefined]);
    assert.deepEqual(['1.001193', '2.000986', '1.000656', '1.004873'].map((code) => groupBegunBy(GROUPS, code, '2026-11-20')?.code), ['birth', 'birth', 'death', undefined]);
  });

  for (const group of GROUPS) {
    const facts = new Set([...group.facts.map(({ key }) => key), 'applicantName', 'applicantPhone']);
    test(`${group.code}: every limit can be read, every procedure is in the catalogue, and nothing waits for what stands behind it`, () => {
      const limits = [group.whole?.limit, group.whole?.withVerification, group.notice, group.supplement, group.consent, group.acknowledgement, ...group.members.flatMap(({ limit, withVerification }) => [limit, withVerification])];
      assert.deepEqual(limits.filter((limit) => limit !== null && limit !== undefined && !parseTimeLimit(limit).ok), []);
      assert.deepEqual(group.members.filter(({ limit, withVerification }) => group.whole === null && (limit === null || withVerification === null)), []);
      const codes = [...group.begins, ...group.members.flatMap(({ procedureCode }) => (procedureCode === null ? [] : [procedureCode]))];
      assert.deepEqual(codes.filter((code) => !existsSync(new URL(`../../../../data/procedures/${code}.json`, import.meta.url))), []);
      const [first, ...others] = group.members;
      assert.deepEqual([first?.agency, first?.dependsOn, first?.optional], ['commune', [], false]);
      assert.deepEqual(others.filter(({ agency, procedureCode }) => agency === 'commune' || procedureCode !== null), []);
      group.members.forEach(({ dependsOn }, place) => {
        assert.deepEqual(dependsOn.filter((key) => !group.members.slice(0, place).some((member) => member.key === key)), []);
      });
    });

    test(`${group.code}: every line of every request comes from a fact that reception asks, or from the result of another member`, () => {
      const wrong = group.members.flatMap(({ fills }) => fills.filter(({ from }) => (from.startsWith('result:') ? !group.members.some(({ key }) => `result:${key}` === from) : !facts.has(from))));
      assert.deepEqual(wrong, []);
      assert.deepEqual(group.members.filter(({ agency, fills }) => agency !== 'commune' && fills.length === 0), []);
      assert.deepEqual(group.applicants.flatMap(({ fills }) => Object.keys(fills)).filter((key) => !group.facts.some((fact) => fact.key === key)), []);
    });
  }

  test('ask for a fact once and put it into every request that needs it', () => {
    const group = groupInForce(GROUPS, 'birth', '2026-11-20');
    assert.ok(group);
    const facts = knownFacts(group, { subjectName: '  Trần Minh Thử ', address: 'Thôn 2', unknown: 'x', clinic: '  ' });
    assert.deepEqual(facts, { subjectName: 'Trần Minh Thử', address: 'Thôn 2' });
    assert.ok(missingFacts(group, facts).includes('householderName') && !missingFacts(group, facts).includes('subjectName'));
    const lines = (key: string, known: Readonly<Record<string, string>> = facts) => {
      const member = group.members.find((one) => one.key === key);
      assert.ok(member);
      return fillRequest(group, member, known, { 'birth-registration': '25/2026' });
    };
    assert.deepEqual(lines('residence'), [
      { name: 'Họ và tên', value: 'Trần Minh Thử' }, { name: 'Số giấy khai sinh', value: '25/2026' }, { name: 'Nơi đề nghị đăng ký thường trú', value: 'Thôn 2' },
    ]);
    assert.deepEqual(lines('health-insurance').at(-1), { name: 'Địa chỉ', value: 'Thôn 2' });
    // As the forms have it: no code of ours and no day of a database leaves the house.
    const written = lines('residence', { ...facts, subjectSex: 'female', subjectBirthDate: '2026-11-03' }).map(({ value }) => value);
    assert.deepEqual([written.includes('Nữ'), written.some((value) => /female|2026-11/.test(value))], [true, false]);
  });
});
