import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PROBLEMS } from '../src/compose.ts';
import { findImpurities } from './architecture/find-impurities.ts';
import { findLoggedKeys } from './architecture/find-logged-keys.ts';
import { findComposedCodes, findMentionedCodes, findRefusals } from './architecture/find-problem-codes.ts';
import { findTableNames } from './architecture/find-table-names.ts';
import { findUndocumented } from './architecture/find-undocumented.ts';
import { isProgram, listFiles, parseFile, readText } from './architecture/source-tree.ts';
import { PLATFORM_MIGRATIONS, SHARED_TABLES, TABLE_EXCEPTIONS } from './architecture/table-owners.ts';

const FILES = listFiles();
const PROGRAM = FILES.filter(isProgram);
const CODE = FILES.filter((path) => /^(?:src|test|e2e|bench|bin)\/.*\.(?:ts|tsx|mjs|cjs)$/.test(path));
const MODULES = [...new Set(FILES.flatMap((path) => /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? []))];

const countLines = (path: string) => readText(path).replace(/\n$/, '').split('\n').length;

describe('files', () => {
  const GENERATED = /\.generated\.ts$/;

  test('no file has more than 400 lines, no test more than 500', () => {
    const limit = (path: string) => (/^(?:test|e2e|bench)\/|\.test\.tsx?$/.test(path) ? 500 : 400);
    const written = FILES.filter((path) => /\.(?:ts|tsx|mjs|cjs|css|sql|html)$/.test(path) && !GENERATED.test(path));
    assert.deepEqual(written.filter((path) => countLines(path) > limit(path)), []);
  });

  test('files are named after what they are: kebab-case, and never utils, helpers, common, misc, types, base or manager', () => {
    const named = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:browser|example|generated|journey|config))?(?:\.test)?\.(?:tsx?|mjs|cjs)$/;
    const vague = /(?:^|\/)(?:[a-z-]+-)?(?:utils?|helpers?|common|misc|types|base|manager)(?:\.[a-z.]+|\/)/;
    assert.deepEqual(CODE.filter((path) => !named.test(path.split('/').at(-1) ?? '') || vague.test(path)), []);
  });

  test('every module says in a README of less than 60 lines what it is', () => {
    assert.deepEqual(MODULES.filter((module) => !FILES.includes(`src/modules/${module}/README.md`)), []);
    const readmes = FILES.filter((path) => /^src\/modules\/[^/]+\/README\.md$/.test(path));
    assert.deepEqual(readmes.filter((path) => countLines(path) >= 60), []);
  });

  test('nothing in the repository names a package registry or a place on somebody’s machine', () => {
    // Put together from pieces, because this file is searched as well.
    const registry = new RegExp(['\\bregistry\\.[a-z0-9-]+\\.[a-z]+', 'npm\\.pkg\\.github\\.com', '\\b(?:verdaccio|artifactory)\\b', '"resolved":'].join('|'), 'iu');
    const place = new RegExp(['(?<![\\w.:/~$}-])/(?:work', 'home', 'Users', 'root)/[\\w.-]+'].join('|') + '|\\b[A-Z]:\\\\\\\\?Users', 'u');
    const texts = FILES.filter((path) => /\.(?:ts|tsx|mjs|cjs|js|json|md|css|sql|html|svg|ya?ml|sh)$|^[^/]*$|^\.ci\//.test(path) && path !== 'test/architecture.test.ts');
    assert.deepEqual(texts.filter((path) => registry.test(readText(path)) || place.test(readText(path))), []);
  });

  test('every version of every package is pinned exactly', () => {
    const manifest = JSON.parse(readText('package.json')) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
    const lists = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'] as const;
    const versions = lists.flatMap((list) => Object.entries(manifest[list] ?? {}));
    assert.ok(versions.length > 20);
    assert.deepEqual(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)), []);
    const lock = JSON.parse(readText('package-lock.json')) as { readonly packages: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
    for (const list of lists.slice(0, 3)) assert.deepEqual(lock.packages['']?.[list], manifest[list], `package-lock.json is older than package.json (${list})`);
  });
});

describe('code', () => {
  test('rules, contracts and the kernel are given the time and chance, and never take them', () => {
    const pure = PROGRAM.filter((path) => /^src\/(?:kernel|modules\/[^/]+\/(?:domain|contract))\//.test(path));
    assert.ok(pure.length > 50);
    assert.deepEqual(pure.flatMap((path) => findImpurities(parseFile(path))), []);
  });

  test('every exported function says in a docstring what it means', () => {
    assert.deepEqual(PROGRAM.flatMap((path) => findUndocumented(parseFile(path))), []);
  });

  test('a suppression carries its reason on the same line', () => {
    // Put together from pieces, because this file is searched as well.
    const suppression = new RegExp(['(?:eslint-', 'disable|@ts-expect-', 'error|knip-', 'ignore)[^\\n]*'].join(''), 'gu');
    const lines = CODE.flatMap((path) => [...readText(path).matchAll(suppression)].map(([line]) => `${path}: ${line}`));
    assert.deepEqual(lines.filter((line) => !/ -- \S.{9,}|error \S.{9,}/.test(line)), []);
    const banned = new RegExp(['@ts-', '(?:ignore|nocheck)|\\b(?:TO', 'DO|FIX', 'ME)\\b'].join(''), 'u');
    assert.deepEqual(CODE.filter((path) => banned.test(readText(path))), []);
  });

  test('the log is told nothing that a person sent or that says who somebody is', () => {
    const harmless = new Set(['request', 'error', 'requestId', 'id', 'name', 'code', 'stack', 'stackWithoutMessage']);
    const logged = PROGRAM.flatMap((path) => findLoggedKeys(parseFile(path)));
    assert.ok(logged.length > 0);
    assert.deepEqual(logged.filter(({ key }) => !harmless.has(key)).map(({ key, place }) => `${place} ${key}`), []);
  });
});

describe('tables', () => {
  const migrations = FILES.filter((path) => /^db\/migrations\/.*\.sql$/.test(path));
  const ownerOf = (path: string): string | undefined => {
    const name = /\/\d{4}_([a-z_]+)\.sql$/.exec(path)?.[1] ?? '';
    if (PLATFORM_MIGRATIONS.some((own) => own === name)) return 'platform';
    const table = (module: string) => module.replaceAll('-', '_');
    return MODULES.find((module) => name === table(module) || name.startsWith(`${table(module)}_`));
  };
  const owners = new Map(migrations.flatMap((path) => [...readText(path).matchAll(/^create table ([a-z_]+)/gmu)].map(([, table]) => [table ?? '', ownerOf(path)] as const)));

  test('every migration is named after the module whose tables it makes, under a number of its own', () => {
    assert.deepEqual(migrations.filter((path) => ownerOf(path) === undefined), []);
    const numbers = migrations.map((path) => /(\d{4})_/.exec(path)?.[1]);
    assert.equal(new Set(numbers).size, migrations.length);
  });

  test('only the store of a module names its tables', () => {
    assert.ok(owners.size > 20);
    const tables = new Set(owners.keys());
    const faults = PROGRAM.filter((path) => !TABLE_EXCEPTIONS.some((exception) => exception.path.test(path)) && !path.endsWith('.generated.ts')).flatMap((path) =>
      findTableNames(parseFile(path), tables).flatMap(({ table, place }) => {
        const owner = owners.get(table);
        const store = /^src\/modules\/([^/]+)\/store\//.exec(path)?.[1];
        const isOwner = owner === 'platform' ? path.startsWith('src/platform/') : store === owner;
        const mayShare = store !== undefined && Object.hasOwn(SHARED_TABLES, table);
        return isOwner || mayShare ? [] : [`${place} names ${table} of ${owner ?? 'nobody'}`];
      }),
    );
    assert.deepEqual(faults, []);
  });

  test('every table that belongs to a commune begins its key with the commune', () => {
    const keys = migrations.flatMap((path) => [...readText(path).matchAll(/^create table ([a-z_]+) \(\n([\s\S]*?)^\);/gmu)].map(([, table, body]) => ({ table: table ?? '', body: body ?? '' })));
    const tenant = keys.filter(({ body }) => /^ {2}commune_code text/mu.test(body));
    assert.ok(tenant.length > 15);
    // A token or a guess is found before anybody knows which commune it belongs to.
    const foundByToken = new Set(['staff_session', 'known_device', 'sign_in_attempt']);
    const wrong = tenant.filter(({ table, body }) => !foundByToken.has(table) && !/primary key \(commune_code\b|commune_code text primary key/u.test(body));
    assert.deepEqual(wrong.map(({ table }) => table), []);
  });
});

describe('refusals', () => {
  /**
   * Where refusals are made that leave the building. The kernel is vocabulary: whoever asks it answers with a refusal of its own.
   * Screens and the command line have sentences of their own.
   */
  const SPEAKS = /^src\/(?:platform|compose|modules\/[^/]+\/(?!ui\/))/;
  const TABLES = /\/(?:contract\/problems|files\/file-problems|http\/problem-table)\.ts$/;

  test('every refusal has its status and its sentences in the table', () => {
    const refusals = PROGRAM.filter((path) => SPEAKS.test(path)).flatMap((path) => findRefusals(parseFile(path)));
    assert.ok(refusals.length > 50);
    assert.deepEqual(refusals.filter(({ code }) => !Object.hasOwn(PROBLEMS, code)).map(({ code, place }) => `${place} ${code}`), []);
  });

  test('a problem code is written whole, so that everybody finds who refuses', () => {
    assert.deepEqual(PROGRAM.flatMap((path) => findComposedCodes(parseFile(path))), []);
  });

  test('every entry of the table is a refusal that somebody makes', () => {
    const mentioned = new Set(PROGRAM.filter((path) => !TABLES.test(path)).flatMap((path) => [...findMentionedCodes(parseFile(path))]));
    assert.deepEqual(Object.keys(PROBLEMS).filter((code) => !mentioned.has(code)), []);
  });
});
