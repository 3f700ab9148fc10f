import { type ProblemTable } from '../../kernel/problem-table.ts';
import { API_METHODS, type ApiMethod, type ApiOperation, type ApiResponse, type JsonSchema, type OpenApi } from './open-api.ts';

const PROBLEM: ApiResponse = { $ref: '#/components/responses/Problem' };
const FILE: JsonSchema = { type: 'string', format: 'binary' };

/** Writes that are sent nothing: they ask for a challenge or a secret that is shown once. Every other one without a JSON body takes files. */
export const TAKES_NOTHING: ReadonlySet<string> = new Set([
  'post /api/paper-bundles/{token}/transfers/{id}/finish',
  'post /api/second-factors/passkeys/options',
  'post /api/second-factors/recovery-codes',
  'post /api/second-factors/totp',
  'post /api/session/passkey/options',
  'post /api/session/proof/passkey/options',
  'post /api/session/second-step/passkey/options',
]);

/** Writes that are sent bytes as they are: a piece of a file. */
export const TAKES_BYTES: ReadonlySet<string> = new Set(['put /api/paper-bundles/{token}/transfers/{id}']);

/**
 * Adds to the document that is generated from the routes what every route has in common: a name for each operation, the refusals
 * (RFC 9457) with all their codes, and files where a route takes or answers something that is not JSON.
 */
export function completeOpenApi(document: OpenApi, problems: ProblemTable): OpenApi {
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const operations = API_METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [[method, completeOperation(path, method, operation)] as const];
    });
    return [path, { ...item, ...Object.fromEntries(operations) }] as const;
  });
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: {
      ...document.components,
      schemas: { ...document.components.schemas, Problem: problemSchema(problems) },
      responses: {
        ...document.components.responses,
        Problem: { description: 'A refusal, as RFC 9457 describes', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
      },
    },
  };
}

function completeOperation(path: string, method: ApiMethod, operation: ApiOperation): ApiOperation {
  const success = operation.responses?.['200'];
  const name = `${method} ${path}`;
  const takesBytes = TAKES_BYTES.has(name);
  const takesFiles = (method === 'post' || method === 'put') && operation.requestBody === undefined && !takesBytes && !TAKES_NOTHING.has(name);
  return {
    operationId: operationId(path, method),
    ...operation,
    ...(takesBytes ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: FILE } } } } : {}),
    ...(takesFiles
      ? { requestBody: { required: true, content: { 'multipart/form-data': { schema: { type: 'object', required: ['files'], properties: { files: { type: 'array', items: FILE } } } } } } }
      : {}),
    responses: {
      '200': {
        description: success?.content === undefined ? 'A file, as what its bytes are' : 'Done',
        content: success?.content ?? { '*/*': { schema: FILE } },
      },
      default: PROBLEM,
    },
  };
}

/** `GET /api/dossiers/{id}/files/{fileId}` → `getDossiersByIdFilesByFileId`. */
function operationId(path: string, method: ApiMethod): string {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const words = path
    .replace(/^\/api\//u, '/')
    .split('/')
    .filter(Boolean)
    .flatMap((part) => (part.startsWith('{') ? ['by', part.slice(1, -1)] : part.split(/[^A-Za-z0-9]+/u)));
  return method + words.map(capital).join('');
}

function problemSchema(problems: ProblemTable): JsonSchema {
  const codes = Object.entries(problems).map(([code, { status, vi, en }]): JsonSchema => ({ const: code, title: `${status}: ${en}`, description: vi }));
  return {
    type: 'object',
    required: ['type', 'title', 'status', 'code', 'requestId'],
    properties: {
      type: { type: 'string', const: 'about:blank' },
      title: { type: 'string', description: 'The sentence for people, in the language of the request' },
      status: { type: 'integer' },
      code: { oneOf: codes },
      requestId: { type: 'string', description: 'What to name when asking for help' },
      facts: { type: 'object', description: 'The values of the sentence', additionalProperties: true },
      faults: {
        type: 'array',
        description: 'What is wrong with which field',
        items: {
          type: 'object',
          required: ['field', 'code', 'message'],
          properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
        },
      },
    },
  };
}
