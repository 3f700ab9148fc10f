import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

interface Walls {
  readonly forbidden: IForbiddenRuleType[];
  readonly options: ICruiseOptions;
}

const WALLS = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as Walls;

/** One import that a wall stands against. Targets without `src/` in front are packages or modules of Node. */
interface Plant {
  readonly wall: string;
  readonly from: string;
  readonly to: string;
}

const PLANTS: readonly Plant[] = [
  { wall: 'no-cycles', from: 'src/kernel/egg.ts', to: 'src/kernel/hen.ts' },
  { wall: 'kernel-is-pure', from: 'src/kernel/reads-files.ts', to: 'node:fs' },
  { wall: 'kernel-is-pure', from: 'src/kernel/asks-platform.ts', to: 'src/platform/i18n/locale.ts' },
  { wall: 'kernel-is-pure', from: 'src/kernel/asks-package.ts', to: 'kysely' },
  { wall: 'domain-is-pure', from: 'src/modules/dossiers/domain/reads-clock.ts', to: 'node:timers' },
  { wall: 'domain-is-pure', from: 'src/modules/dossiers/domain/asks-store.ts', to: 'src/modules/dossiers/store/rows.ts' },
  { wall: 'domain-is-pure', from: 'src/modules/dossiers/domain/asks-contract.ts', to: 'src/modules/dossiers/contract/shape.ts' },
  { wall: 'domain-is-pure', from: 'src/modules/dossiers/domain/asks-neighbour.ts', to: 'src/modules/identity/index.ts' },
  { wall: 'domain-is-pure', from: 'src/modules/dossiers/domain/asks-platform.ts', to: 'src/platform/i18n/locale.ts' },
  { wall: 'contract-sees-domain-and-kernel', from: 'src/modules/dossiers/contract/asks-api.ts', to: 'src/modules/dossiers/api/answers.ts' },
  { wall: 'contract-sees-domain-and-kernel', from: 'src/modules/dossiers/contract/asks-node.ts', to: 'node:crypto' },
  { wall: 'contract-sees-domain-and-kernel', from: 'src/modules/dossiers/contract/asks-package.ts', to: 'kysely' },
  { wall: 'modules-meet-at-the-front-door', from: 'src/modules/dossiers/api/climbs-in.ts', to: 'src/modules/identity/store/staff.ts' },
  { wall: 'modules-meet-at-the-front-door', from: 'src/modules/dossiers/store/climbs-in.ts', to: 'src/modules/identity/domain/rule.ts' },
  { wall: 'ui-imports-no-server', from: 'src/modules/dossiers/ui/public/asks-store.tsx', to: 'src/modules/dossiers/store/rows.ts' },
  { wall: 'ui-imports-no-server', from: 'src/modules/dossiers/ui/public/asks-api.tsx', to: 'src/modules/dossiers/api/answers.ts' },
  { wall: 'ui-imports-no-server', from: 'src/modules/dossiers/ui/staff/asks-front-door.tsx', to: 'src/modules/identity/index.ts' },
  { wall: 'ui-imports-no-server', from: 'src/modules/dossiers/ui/public/asks-database.tsx', to: 'src/platform/db/database.ts' },
  { wall: 'ui-imports-nothing-of-node', from: 'src/modules/dossiers/ui/public/asks-node.tsx', to: 'node:os' },
  { wall: 'browser-reaches-no-server', from: 'src/web/staff/leads-astray.tsx', to: 'src/web/public/page-cache.ts' },
  { wall: 'store-knows-no-http', from: 'src/modules/dossiers/store/answers.ts', to: 'src/platform/http/route.ts' },
  { wall: 'store-knows-no-http', from: 'src/modules/dossiers/store/asks-fastify.ts', to: 'fastify' },
  { wall: 'store-knows-no-http', from: 'src/modules/dossiers/jobs/asks-api.ts', to: 'src/modules/dossiers/api/answers.ts' },
  { wall: 'papers-know-no-http-and-no-sql', from: 'src/modules/dossiers/papers/asks-store.ts', to: 'src/modules/dossiers/store/rows.ts' },
  { wall: 'platform-knows-no-module', from: 'src/platform/db/asks-module.ts', to: 'src/modules/identity/index.ts' },
  { wall: 'platform-knows-no-module', from: 'src/platform/db/asks-type.ts', to: 'src/modules/identity/index.ts' },
  { wall: 'platform-knows-no-module', from: 'src/platform/http/asks-web.ts', to: 'src/web/public/page.tsx' },
  { wall: 'web-knows-no-module', from: 'src/web/public/asks-module.tsx', to: 'src/modules/identity/index.ts' },
  { wall: 'workspace-opens-screens-only', from: 'src/web/staff/asks-module.tsx', to: 'src/modules/identity/domain/rule.ts' },
  { wall: 'inlined-script-stands-alone', from: 'src/web/enhance/asks-kernel.ts', to: 'src/kernel/egg.ts' },
  { wall: 'composition-is-the-root', from: 'src/modules/dossiers/api/asks-root.ts', to: 'src/compose.ts' },
  { wall: 'composition-is-the-root', from: 'src/modules/dossiers/api/asks-demo.ts', to: 'src/demo/index.ts' },
  { wall: 'program-without-tests', from: 'src/modules/dossiers/api/asks-test.ts', to: 'test/clock.ts' },
  { wall: 'program-without-tests', from: 'src/platform/http/asks-test.ts', to: 'src/platform/http/read-for-tests.ts' },
  { wall: 'program-without-development-packages', from: 'src/platform/db/asks-tool.ts', to: 'fast-check' },
  { wall: 'packages-are-declared', from: 'src/platform/db/asks-stowaway.ts', to: 'stowaway' },
  { wall: 'imports-lead-somewhere', from: 'src/platform/db/asks-nobody.ts', to: 'nobody' },
];

/** Imports that the house lives by; none of them may meet a wall. */
const DOORS: readonly (readonly [from: string, to: string])[] = [
  ['src/modules/dossiers/domain/rule.ts', 'src/kernel/egg.ts'],
  ['src/modules/dossiers/contract/shape.ts', 'src/modules/dossiers/domain/rule.ts'],
  ['src/modules/dossiers/contract/schema.ts', 'typebox'],
  ['src/modules/dossiers/store/rows.ts', 'src/platform/db/database.ts'],
  ['src/modules/dossiers/store/query.ts', 'kysely'],
  ['src/modules/dossiers/api/answers.ts', 'src/modules/identity/index.ts'],
  ['src/modules/dossiers/api/asks-contract.ts', 'src/modules/identity/contract/session.ts'],
  ['src/modules/dossiers/api/shows-page.ts', 'src/modules/dossiers/ui/public/page.tsx'],
  ['src/modules/dossiers/api/uses-cache.ts', 'src/web/public/page-cache.ts'],
  ['src/modules/dossiers/ui/public/page.tsx', 'src/web/public/page.tsx'],
  ['src/modules/dossiers/ui/staff/screen.tsx', 'src/modules/identity/contract/session.ts'],
  ['src/modules/dossiers/domain/rule.test.ts', 'node:test'],
  ['src/web/staff/opens-screen.tsx', 'src/modules/dossiers/ui/staff/screen.tsx'],
  ['src/demo/index.ts', 'src/modules/identity/index.ts'],
  ['src/cli/place.ts', 'src/modules/identity/store/staff.ts'],
  ['src/main.ts', 'src/compose.ts'],
  ['src/compose.ts', 'src/modules/identity/index.ts'],
];

/** What the planted files stand on. */
const GROUND: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ type: 'module', dependencies: { kysely: '1.0.0', fastify: '1.0.0', typebox: '1.0.0' }, devDependencies: { 'fast-check': '1.0.0' } }),
  'src/kernel/egg.ts': "import { hen } from './hen.ts';\nexport const egg = hen;\n",
  'src/kernel/hen.ts': "import { egg } from './egg.ts';\nexport const hen = egg;\n",
  'src/modules/identity/index.ts': 'export const planted = 1;\nexport type Planted = 1;\n',
  'src/modules/identity/contract/session.ts': 'export const planted = 1;\n',
  'src/modules/identity/domain/rule.ts': 'export const planted = 1;\n',
  'src/modules/identity/store/staff.ts': 'export const planted = 1;\n',
  'src/platform/db/database.ts': 'export const planted = 1;\n',
  'src/platform/db/asks-type.ts': "import { type Planted } from '../../modules/identity/index.ts';\nexport type More = Planted;\n",
  'src/platform/i18n/locale.ts': 'export const planted = 1;\n',
  'src/platform/http/route.ts': 'export const planted = 1;\n',
  'src/platform/http/read-for-tests.ts': 'export const planted = 1;\n',
  'src/web/public/page.tsx': 'export const planted = 1;\n',
  'src/web/public/page-cache.ts': "import { planted } from '../../platform/http/route.ts';\nexport const more = planted;\n",
  'test/clock.ts': 'export const planted = 1;\n',
};

const PACKAGES = ['kysely', 'fastify', 'typebox', 'fast-check', 'stowaway'];

function importing(from: string, to: string): string {
  const path = /^(?:src|test)\//.test(to) ? relative(dirname(from), to).replace(/^(?!\.)/, './') : to;
  return `import * as planted from '${path}';\nexport const more = planted;\n`;
}

async function plant(folder: string): Promise<void> {
  const files = new Map(Object.entries(GROUND));
  for (const [from, to] of [...PLANTS.map((one) => [one.from, one.to] as const), ...DOORS]) {
    if (!files.has(from)) files.set(from, importing(from, to));
  }
  for (const name of PACKAGES) {
    files.set(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    files.set(`node_modules/${name}/index.js`, 'export const planted = 1;\n');
  }
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

describe('the walls of the house', () => {
  let folder = '';
  let met: readonly { readonly wall: string; readonly from: string; readonly to: string }[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xaso-walls-'));
    await plant(folder);
    const { enhancedResolveOptions, ...options } = WALLS.options as ICruiseOptions & { readonly enhancedResolveOptions: Parameters<typeof cruise>[2] };
    const { output } = await cruise(['src'], { ...options, baseDir: folder, validate: true, ruleSet: { forbidden: WALLS.forbidden } }, enhancedResolveOptions);
    met = (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => ({ wall: rule.name, from, to }));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const { wall, from, to } of PLANTS) {
    test(`${wall}: ${from} may not import ${to}`, () => {
      const walls = met.filter((one) => one.from === from).map((one) => one.wall);
      assert.ok(walls.includes(wall), `${from} met only ${walls.join(', ') || 'no wall'}`);
    });
  }

  for (const [from, to] of DOORS) {
    test(`${from} may import ${to}`, () => {
      assert.deepEqual(met.filter((one) => one.from === from), []);
    });
  }

  test('no wall stands without a violation that proves it', () => {
    const planted = new Set(PLANTS.map(({ wall }) => wall));
    assert.deepEqual(WALLS.forbidden.map((rule) => rule.name ?? '').filter((name) => !planted.has(name)), []);
  });
});
