import assert from 'node:assert/strict';
import { isOpenToStrangers } from '../src/kernel/actor.ts';
import { after, before, describe, test } from 'node:test';
import { PROBLEMS } from '../src/compose.ts';
import { TAKES_BYTES, TAKES_NOTHING } from '../src/web/api-docs/complete-open-api.ts';
import { API_METHODS, type ApiMethod, type ApiOperation, type OpenApi } from '../src/web/api-docs/open-api.ts';
import { createWholeProgram, type WholeProgram } from './whole-program.ts';

/** Operations that are sent files instead of JSON. */
const UPLOADS = new Set(['post /api/bank-statements', 'post /api/bank-statements/preview', 'post /api/staff-lists', 'post /api/staff-lists/faults', 'post /api/staff-lists/preview', 'post /api/exchange/imports', 'post /api/uploads']);
/** Operations that answer a file. */
const DOWNLOADS = new Set([
  'get /api/consents/{purpose}/recipients.csv',
  'get /api/staff-lists/template/{format}',
  'post /api/staff-lists/faults',
  'post /api/staff-lists/slips',
  'get /api/cashier-days/sheet.pdf',
  'get /api/refunds/{id}/voucher.pdf',
  'get /api/fee-receipts/book.csv',
  'get /api/fee-receipts/book.xlsx',
  'get /api/fee-receipts/{id}/receipt.pdf',
  'get /api/certifications/register.pdf',
  'get /api/certifications/register.xlsx',
  'get /api/certifications/{id}/attestation.pdf',
  'get /api/certifications/{id}/label.pdf',
  'get /api/dossiers/{id}/assistance/{consentId}',
  'get /api/dossiers/{id}/files/{fileId}',
  'get /api/dossiers/{id}/files/{fileId}/pages/{page}',
  'get /api/dossiers/{id}/kept/{sha256}',
  'get /api/dossiers/{id}/answers/print.pdf',
  'get /api/dossiers/{id}/receipt.pdf',
  'get /api/dossiers/{id}/shelf-label.pdf',
  'get /api/exchange/export',
  'get /api/exchange/imports/{id}/wrong.xlsx',
  'get /api/dossiers/bulk/{batchId}/print.pdf',
  'get /api/journal/days/{day}/record.pdf',
  'get /api/journal/exports/{exportId}/file',
  'get /api/number-books/closing.pdf',
  'get /api/form-editor/drafts/{id}/export',
  'get /api/form-editor/forms/{code}/export', 'get /api/forms/drafts/{draftId}/papers/{fileId}/picture',
  'get /api/procedure-editor/export',
  'get /api/papers/{id}/print.pdf',
  'get /api/reports/dossiers.pdf',
  'get /api/reports/dossiers.xlsx',
  'get /api/uploads/{sha256}/pages/{page}',
  'get /api/papers/print.pdf',
  'get /api/data-requests/{id}/letter.pdf',
  'get /api/data-requests/{id}/copy.pdf',
  'get /api/data-requests/{id}/copy.json',
  'get /api/papers/shelf-labels.pdf',
]);

/** The words of JSON Schema 2020-12 that a description may use. */
const SCHEMA_WORDS = new Set([
  '$ref', 'type', 'title', 'description', 'properties', 'required', 'additionalProperties', 'items', 'prefixItems', 'anyOf', 'oneOf', 'allOf', 'not', 'enum', 'const',
  'format', 'pattern', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength', 'minItems', 'maxItems', 'uniqueItems',
  'default', 'patternProperties', 'propertyNames', 'maxProperties', 'examples', 'contentMediaType', 'contentEncoding',
]);

interface Operation {
  readonly name: string;
  readonly path: string;
  readonly method: ApiMethod;
  readonly operation: ApiOperation;
}

/** What is wrong with a schema and with everything inside it. */
function schemaFaults(schema: unknown, place: string, refs: ReadonlySet<string>): readonly string[] {
  if (typeof schema === 'boolean') return [];
  if (typeof schema !== 'object' || schema === null) return [`${place} is no schema`];
  return Object.entries(schema).flatMap(([word, value]: [string, unknown]): readonly string[] => {
    if (!SCHEMA_WORDS.has(word)) return [`${place} has the unknown word ${word}`];
    if (word === '$ref') return refs.has(String(value)) ? [] : [`${place} refers to ${String(value)}, which is not there`];
    if (word === 'properties' || word === 'patternProperties') return Object.entries(value as object).flatMap(([name, child]) => schemaFaults(child, `${place}.${name}`, refs));
    if (['items', 'additionalProperties', 'not', 'propertyNames'].includes(word)) return schemaFaults(value, `${place}.${word}`, refs);
    if (['anyOf', 'oneOf', 'allOf', 'prefixItems'].includes(word)) return (value as readonly unknown[]).flatMap((child, index) => schemaFaults(child, `${place}.${word}[${String(index)}]`, refs));
    return [];
  });
}

describe('the OpenAPI document of the whole program', () => {
  let program: WholeProgram;
  let document: OpenApi;
  let operations: readonly Operation[];

  before(async () => {
    program = await createWholeProgram();
    const answer = await program.server.inject('/api/openapi.json');
    assert.equal(answer.statusCode, 200);
    document = answer.json<OpenApi>();
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      API_METHODS.flatMap((method) => {
        const operation = item[method];
        return operation === undefined ? [] : [{ name: `${method} ${path}`, path, method, operation }];
      }),
    );
  });
  after(() => program.close());

  test('is OpenAPI 3.1, and can be read as a page', async () => {
    assert.equal(document.openapi, '3.1.0');
    assert.ok(document.info.title !== '' && document.info.version !== '');
    const page = await program.server.inject('/api/docs');
    assert.equal(page.statusCode, 200);
    for (const { operation } of operations) assert.ok(page.body.includes(`id="${operation.operationId ?? ''}"`), operation.operationId);
  });

  test('has every route of the interface and no other', () => {
    const routes = program.routes.filter(({ kind }) => kind === 'api').map(({ method, url }) => `${method.toLowerCase()} ${url.replaceAll(/:(\w+)/gu, '{$1}')}`);
    assert.deepEqual(operations.map(({ name }) => name).sort(), routes.sort());
  });

  test('names every operation once, with a summary and its module', () => {
    assert.equal(new Set(operations.map(({ operation }) => operation.operationId)).size, operations.length);
    assert.deepEqual(operations.filter(({ operation }) => (operation.summary ?? '') === '' || operation.tags?.length !== 1).map(({ name }) => name), []);
  });

  test('describes every parameter of a path', () => {
    const faults = operations.flatMap(({ name, path, operation }) => {
      const wanted = [...path.matchAll(/\{(\w+)\}/gu)].map(([, word]) => word ?? '').sort();
      const described = (operation.parameters ?? []).filter((one) => one.in === 'path').map((one) => one.name).sort();
      return wanted.join() === described.join() ? [] : [name];
    });
    assert.deepEqual(faults, []);
  });

  test('says what every write takes and what every operation answers', () => {
    const writes = operations.filter(({ method }) => method === 'post' || method === 'put');
    const withFiles = writes.filter(({ operation }) => operation.requestBody?.content['multipart/form-data'] !== undefined);
    assert.deepEqual(withFiles.map(({ name }) => name).sort(), [...UPLOADS].sort());
    const withoutBody = writes.filter(({ name, operation }) => !UPLOADS.has(name) && !TAKES_NOTHING.has(name) && !TAKES_BYTES.has(name) && operation.requestBody?.content['application/json']?.schema === undefined);
    assert.deepEqual(withoutBody.map(({ name }) => name), []);
    const files = operations.filter(({ operation }) => operation.responses?.['200']?.content?.['*/*'] !== undefined);
    assert.deepEqual(files.map(({ name }) => name).sort(), [...DOWNLOADS].sort());
    const withoutAnswer = operations.filter(({ name, operation }) => !DOWNLOADS.has(name) && operation.responses?.['200']?.content?.['application/json']?.schema === undefined);
    assert.deepEqual(withoutAnswer.map(({ name }) => name), []);
  });

  test('takes no more than it says: a request with an unknown entry is refused', () => {
    const open = operations.filter(({ operation }) => {
      const schema = operation.requestBody?.content['application/json']?.schema;
      return schema !== undefined && schema.anyOf === undefined && schema.additionalProperties !== false;
    });
    assert.deepEqual(open.map(({ name }) => name), []);
  });

  test('says of exactly the guarded operations that they need a session', () => {
    const guarded = new Set(program.routes.filter(({ kind, policy }) => kind === 'api' && !isOpenToStrangers(policy)).map(({ method, url }) => `${method.toLowerCase()} ${url.replaceAll(/:(\w+)/gu, '{$1}')}`));
    assert.deepEqual(operations.filter(({ operation }) => (operation.security?.length ?? 0) > 0).map(({ name }) => name).sort(), [...guarded].sort());
  });

  test('lists every refusal, and says of every operation that it may be refused', () => {
    const codes = document.components.schemas?.['Problem']?.properties?.['code']?.oneOf?.map((one) => one.const);
    assert.deepEqual(codes, Object.keys(PROBLEMS));
    for (const { name, operation } of operations) assert.equal(operation.responses?.['default']?.$ref, '#/components/responses/Problem', name);
  });

  test('is made of nothing but JSON Schema, and every reference leads somewhere', () => {
    const refs = new Set(Object.keys(document.components.schemas ?? {}).map((name) => `#/components/schemas/${name}`));
    const faults = operations.flatMap(({ name, operation }) => [
      ...(operation.parameters ?? []).flatMap((one) => schemaFaults(one.schema, `${name} ${one.name}`, refs)),
      ...Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) => schemaFaults(schema, `${name} body`, refs)),
      ...Object.values(operation.responses ?? {}).flatMap((response) => Object.values(response.content ?? {}).flatMap(({ schema }) => schemaFaults(schema, `${name} answer`, refs))),
    ]);
    assert.deepEqual(faults, []);
    for (const [name, schema] of Object.entries(document.components.schemas ?? {})) assert.deepEqual(schemaFaults(schema, name, refs), []);
  });
});
