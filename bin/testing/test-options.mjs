/** The stages in the order in which they run. */
const STAGES = ['types', 'lint', 'walls', 'rules', 'store', 'journeys'];

export const USAGE = `npm test                                everything
npm test -- --only ${STAGES.join('|')}
npm test -- src/modules/dossiers        the tests whose path contains this
npm test -- --database-url postgresql://…   on that server instead of the bundled one (or XASO_TEST_DATABASE_URL)
npm test -- --fresh                     without what earlier runs remembered`;

/** Reads the command line of npm test; answers `{ fault }` with a sentence when it makes no sense. */
export function readTestOptions(args, env) {
  const options = { stages: STAGES, filters: [], databaseUrl: env.XASO_TEST_DATABASE_URL || undefined, fresh: false };
  const rest = args.flatMap((arg) => (/^--(?:only|database-url)=/.test(arg) ? [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)] : [arg]));
  while (rest.length > 0) {
    const arg = rest.shift();
    if (arg === '--fresh') options.fresh = true;
    else if (arg === '--only') {
      const only = (rest.shift() ?? '').split(',');
      const unknown = only.find((stage) => !STAGES.includes(stage));
      if (unknown !== undefined) return { fault: `--only takes ${STAGES.join(', ')}, not “${unknown}”.` };
      options.stages = STAGES.filter((stage) => only.includes(stage));
    } else if (arg === '--database-url') {
      options.databaseUrl = rest.shift();
      if (options.databaseUrl === undefined) return { fault: '--database-url needs an address.' };
    } else if (arg.startsWith('-')) return { fault: `Unknown option ${arg}.` };
    else options.filters.push(arg.replace(/^\.\//, '').replaceAll('\\', '/'));
  }
  // Whoever asks for some tests is in a hurry.
  if (options.filters.length > 0) options.stages = options.stages.filter((stage) => ['rules', 'store', 'journeys'].includes(stage));
  return { options };
}
