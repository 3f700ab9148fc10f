import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeSchema } from './describe-schema.ts';
import { type JsonSchema } from './open-api.ts';

const CASES: readonly (readonly [name: string, schema: JsonSchema, lines: readonly string[]])[] = [
  ['a value alone is the whole', { type: 'string', minLength: 1, maxLength: 5 }, [': string 1…5!']],
  ['an object is its values, and says which are required', { type: 'object', required: ['a'], properties: { a: { type: 'integer', minimum: 1 }, b: { type: 'boolean' } } }, ['a: integer 1…!', 'b: boolean']],
  ['lists are told with their lengths and what is in them', {
    type: 'object', required: ['papers'],
    properties: { papers: { type: 'array', maxItems: 3, items: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } } } },
  }, ['papers: object[] …3!', 'papers[].name: string!']],
  ['choices are written out', { anyOf: [{ const: 'A4' }, { const: 'A5' }] }, [': "A4" | "A5"!']],
  ['a list of choices needs brackets', { type: 'array', items: { enum: ['a', null] } }, [': ("a" | null)[]!']],
  ['an object that may be missing is opened all the same', { type: 'object', properties: { person: { anyOf: [{ type: 'object', properties: { id: { type: 'string' } } }, { type: 'null' }] } } }, ['person: object | null', 'person.id: string']],
  ['a pattern and a format are shown', { type: 'string', pattern: '^[0-9]{5}$', format: 'x' }, [': string x /^[0-9]{5}$/!']],
  ['what is not said may be anything', {}, [': any!']],
];

describe('a schema in lines', () => {
  for (const [name, schema, lines] of CASES) {
    test(name, () => {
      assert.deepEqual(describeSchema(schema).map(({ path, type, required }) => `${path}: ${type}${required ? '!' : ''}`), lines);
    });
  }
});
