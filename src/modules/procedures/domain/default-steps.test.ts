import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type TimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { defaultSteps } from './default-steps.ts';
import { type ProcedurePack } from './procedure-pack.ts';
import { mostWorkingHours } from './step-hours.ts';

const LIMITS: readonly (readonly [TimeLimit, readonly number[]])[] = [
  [{ unit: 'same-day' }, [1, 3, 2, 1, 1]],
  [{ unit: 'working-day', value: 3 }, [3, 9, 6, 3, 3]],
  [{ unit: 'working-day', value: 5 }, [4, 18, 10, 4, 4]],
  [{ unit: 'working-day', value: 40 }, [4, 268, 40, 4, 4]],
  [{ unit: 'working-hour', value: 4 }, [0.5, 1.5, 1, 0.5, 0.5]],
  [{ unit: 'day', value: 7 }, [4, 18, 10, 4, 4]],
  [{ unit: 'day', value: 10 }, [4, 24, 12, 4, 4]],
  [{ unit: 'day', value: 30 }, [4, 108, 40, 4, 4]],
  [{ unit: 'day', value: 1 }, [1, 3, 2, 1, 1]],
  [{ unit: 'clock-hour', value: 24 }, [1, 3, 2, 1, 1]],
];

for (const [limit, hours] of LIMITS) {
  test(`the default steps of ${JSON.stringify(limit)} share it out and fit into it`, () => {
    const steps = defaultSteps(limit);
    deepEqual(steps.map((step) => step.hours), hours);
    deepEqual(steps.map((step) => step.key), ['receive', 'appraise', 'approve', 'seal', 'hand-over']);
    ok(steps.reduce((sum, step) => sum + step.hours, 0) <= (mostWorkingHours({ ...limit, note: null, basis: null }) ?? 0));
  });
}

test('packs of the catalogue that nobody wrote steps for by hand have exactly the default steps', () => {
  const folder = new URL('../../../../data/procedures/', import.meta.url);
  const packs = readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== 'synonyms.json')
    .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as ProcedurePack)
    .filter((pack) => pack.everyday === null && pack.timeLimit.unit !== 'undetermined');
  ok(packs.length > 200);
  for (const { code, timeLimit, steps } of packs) {
    if (timeLimit.unit === 'undetermined') continue;
    const limit: TimeLimit = timeLimit.unit === 'same-day' ? { unit: 'same-day' } : { unit: timeLimit.unit, value: timeLimit.value };
    deepEqual(steps, defaultSteps(limit), code);
  }
});
