import { type Result } from '../../../kernel/result.ts';
import { type PackFault, packFault } from './pack-fault.ts';
import {
  type EverydayWords, type Fee, type FeeLine, type LookedUp, type PaperRequirement, type ProcedurePack, type ProcedureStep, type StepKey, type TimeLimit,
} from './procedure-pack.ts';
import { bilingual, choice, day, inside, isDay, isObject, list, numberFrom, object, oneOf, orNull, type Place, type Reader, ruled, text, yesNo } from './read-shape.ts';
import { mostWorkingHours } from './step-hours.ts';

const CODE = /^\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.H\d{2})?$/;
const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const STEP_ORDER: readonly StepKey[] = ['receive', 'appraise', 'approve', 'seal', 'hand-over'];
const positive = numberFrom(1, 1000, 'whole number');
/** Those of the program begin at 1, those of an office at 1000. */
const versionNumber = numberFrom(1, 999_999, 'whole number');

const everyday = object<EverydayWords>({
  name: bilingual,
  summary: bilingual,
  synonyms: ruled(list(text, 1), (place, words) => noneTwice(place, words.map((word) => word.toLowerCase()))),
  lifeEvent: oneOf('birth', 'marriage', 'certification', 'residence-land', 'business', 'support', 'death', 'other'),
});

const audience = choice<ProcedurePack['audience']>('kind', {
  citizen: object<{ readonly kind: 'citizen' }>({ kind: oneOf('citizen') }),
  hidden: object<Extract<ProcedurePack['audience'], { readonly kind: 'hidden' }>>({
    kind: oneOf('hidden'),
    reason: oneOf('internal', 'decision-title', 'district-level', 'not-commune'),
    detail: text,
  }),
});

const note = orNull(bilingual);

type CountedLimit = Extract<TimeLimit, { readonly value: number }>;

function counted(unit: CountedLimit['unit']): Reader<TimeLimit> {
  return object<CountedLimit>({ unit: oneOf(unit), value: positive, note, basis: orNull(text) });
}

const timeLimit = choice<TimeLimit>('unit', {
  'same-day': object<Extract<TimeLimit, { readonly unit: 'same-day' }>>({ unit: oneOf('same-day'), note, basis: orNull(text) }),
  'working-day': counted('working-day'),
  'working-hour': counted('working-hour'),
  day: counted('day'),
  'clock-hour': counted('clock-hour'),
  undetermined: object<Extract<TimeLimit, { readonly unit: 'undetermined' }>>({ unit: oneOf('undetermined'), value: orNull(positive), note, basis: nothing }),
});

const fee = object<Fee>({
  known: yesNo,
  lines: list(
    object<FeeLine>({
      kind: oneOf('service-fee', 'state-charge'),
      amount: numberFrom(0, 1_000_000_000, 'whole number'),
      unit: oneOf('case', 'page', 'copy', 'paper'),
      label: bilingual,
      basis: orNull(text),
    }),
  ),
  note,
});

const channels = ruled(list(oneOf('counter', 'online', 'post', 'kiosk', 'home'), 1), noneTwice);

const paper = object<PaperRequirement>({
  id: identifier,
  name: bilingual,
  officialName: orNull(text),
  help: note,
  handling: oneOf('submit-original', 'submit-copy', 'submit-certified-copy', 'show', 'form'),
  copies: numberFrom(1, 20, 'whole number'),
  onlyWhen: orNull(object<NonNullable<PaperRequirement['onlyWhen']>>({ question: bilingual, label: bilingual })),
  anyOf: orNull(identifier),
});

const papers = ruled(list(paper), (place, all) => {
  const idsDiffer = noneTwice(place, all.map((one) => one.id), 'id');
  const lonely = all.flatMap((one, index) => (one.anyOf !== null && all.filter((other) => other.anyOf === one.anyOf).length === 1 ? [{ group: one.anyOf, index }] : []));
  for (const { group, index } of lonely) place.report(`${inside(place, index).field}.anyOf`, 'lonely-alternative', { found: group });
  return idsDiffer && lonely.length === 0;
});

const steps = ruled(
  list(object<ProcedureStep>({ key: oneOf('receive', 'appraise', 'approve', 'seal', 'hand-over'), role: oneOf('reception', 'specialist', 'leader', 'clerk'), hours: numberFrom(0.05, 10_000, 'number'), label: bilingual })),
  (place, all) => {
    const order = all.map((step) => STEP_ORDER.indexOf(step.key));
    const rising = order.every((rank, index) => index === 0 || rank >= (order[index - 1] ?? 0));
    const complete = all.length === 0 || (all[0]?.key === 'receive' && all.at(-1)?.key === 'hand-over');
    if (rising && complete) return true;
    place.report(place.field, 'step-order');
    return false;
  },
);

const pack = object<ProcedurePack>({
  code: procedureCode,
  version: versionNumber,
  validFrom: day,
  validTo: orNull(day),
  name: text,
  field: text,
  ministry: orNull(text),
  authority: orNull(text),
  audience,
  everyday: orNull(everyday),
  timeLimit,
  fee,
  channels,
  onlineLevel: orNull(oneOf('full', 'partial', 'none')),
  papers,
  lookedUp: list(object<LookedUp>({ name: bilingual, source: bilingual })),
  steps,
  results: list(bilingual),
  legalBasis: list(text),
  citizenDeadline: note,
  source: object<ProcedurePack['source']>({ reference: text, vintage: text, curatedOn: orNull(day) }),
});

/**
 * Checks the parsed content of one pack file against the format and its rules.
 * Refuses with every fault that was found, each with the file, the field and the reason; never with the first one alone.
 */
export function checkPack(value: unknown, file: string): Result<ProcedurePack, readonly PackFault[]> {
  const faults: PackFault[] = [];
  const report: Place['report'] = (field, code, ...facts) => {
    faults.push(packFault(file, field, code, ...facts));
  };
  const place: Place = { field: '', englishNeeded: isCurated(value), report };
  const read = pack(place, value);
  checkAcrossFields(place, value, file);
  return read !== undefined && faults.length === 0 ? { ok: true, value: read } : { ok: false, problem: faults };
}

/** The names that the file of a pack may have: its code, or its code and version when an older version is kept beside it. */
function packFileNames(code: string, version: number): readonly [string, string] {
  return [`${code}.json`, `${code}.v${version}.json`];
}

/** Reads the raw value again, so that rules over several fields speak even when another field is broken. */
function checkAcrossFields(place: Place, value: unknown, file: string): void {
  if (!isObject(value)) return;
  const { validFrom, validTo, code, version } = value;
  if (isDay(validFrom) && isDay(validTo) && validTo < validFrom) place.report('validTo', 'ends-before-it-starts', { from: validFrom, to: validTo });
  if (typeof code === 'string' && CODE.test(code) && typeof version === 'number') {
    const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    const wanted = packFileNames(code, version);
    if (!wanted.includes(name)) place.report('', 'wrong-file-name', { wanted: wanted.join(' / ') });
  }
  const silent: Place = { ...place, report: () => undefined };
  const limit = timeLimit(silent, value['timeLimit']);
  const read = steps(silent, value['steps']);
  if (limit === undefined || read === undefined) return;
  const most = mostWorkingHours(limit);
  if (most === undefined) return;
  if (read.length === 0) place.report('steps', 'steps-missing');
  const sum = read.reduce((hours, step) => hours + step.hours, 0);
  // a sum of eighths and tenths may miss the limit by a rounding error only
  if (sum > most + 1e-9) place.report('steps', 'steps-too-long', { found: Math.round(sum * 100) / 100, limit: most });
}

function isCurated(value: unknown): boolean {
  if (!isObject(value)) return false;
  const source = value['source'];
  return isObject(value['everyday']) || (isObject(source) && typeof source['curatedOn'] === 'string');
}

function procedureCode(place: Place, value: unknown): string | undefined {
  const read = text(place, value);
  if (read === undefined || CODE.test(read)) return read;
  place.report(place.field, 'bad-code', { found: read });
  return undefined;
}

function identifier(place: Place, value: unknown): string | undefined {
  const read = text(place, value);
  if (read === undefined || ID.test(read)) return read;
  place.report(place.field, 'bad-id', { found: read });
  return undefined;
}

function nothing(place: Place, value: unknown): null | undefined {
  if (value === null) return null;
  place.report(place.field, 'not-one-of', { found: typeof value === 'string' ? value : typeof value, allowed: 'null' });
  return undefined;
}

function noneTwice(place: Place, words: readonly string[], field = ''): boolean {
  let fine = true;
  words.forEach((word, index) => {
    const first = words.indexOf(word);
    if (first === index) return;
    const at = (position: number): string => `${inside(place, position).field}${field === '' ? '' : `.${field}`}`;
    place.report(at(index), 'duplicate', { found: word, first: at(first) });
    fine = false;
  });
  return fine;
}
