import { type ReactElement, useState } from 'react';
import { type Expression, type Rule } from '../../../forms/contract/definition-shape.ts';
import { readExpression, readRule, type RuleTextFault, writeExpression, writeRule } from '../../../forms/contract/rule-text.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { type Candidate } from './definition-edit.ts';
import { FORM_EDITOR_WORDS } from './form-editor-messages.ts';
import { linesOfRule, RULE_TESTS, type RuleLine, type RuleLines, ruleOfLines, type RuleTest, severalOf } from './rule-lines.ts';

export interface RuleBuilderProps {
  readonly id: string;
  readonly label: string;
  /** A condition, its text as far as it can be read, or nothing. */
  readonly value: unknown;
  readonly candidates: readonly Candidate[];
  readonly readOnly: boolean;
  readonly fault: string | undefined;
  /** A condition that has to be there cannot be taken out. */
  readonly needed?: boolean;
  readonly onChange: (value: unknown) => void;
}

const isRule = (value: unknown): value is Rule => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a condition says as text; a broken one as it stands. */
function textOfRule(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!isRule(value)) return '';
  try {
    return writeRule(value);
  } catch {
    return JSON.stringify(value);
  }
}

/** A condition: lines for the everyday cases, its text for all, and a clear sentence where the text cannot be read. */
export function RuleBuilder({ id, label, value, candidates, readOnly, fault, needed = false, onChange }: RuleBuilderProps): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const there = value !== undefined && value !== null;
  const model = isRule(value) ? safeLines(value) : undefined;
  const put = (next: RuleLines): void => { onChange(ruleOfLines(next)); };
  const first = candidates.at(-1);
  if (!there) {
    if (readOnly) return <></>;
    return candidates.length === 0 ? <p className="quiet">{t('rule-none-before', { label })}</p> : <p><Button kind="plain" onPress={() => { if (first !== undefined) put({ join: 'all', lines: [freshLine(first)] }); }}>{t('rule-add', { label })}</Button></p>;
  }
  return (
    <fieldset className="form-rule" id={id} tabIndex={-1}>
      <legend className="field-label">{label}</legend>
      {model === undefined ? (isRule(value) ? <p className="quiet">{t('rule-by-text')}</p> : null) : (
        <>
          {model.lines.length < 2 ? null : (
            <select className="box" aria-label={t('rule-join')} value={model.join} disabled={readOnly} onChange={(event) => { put({ ...model, join: event.target.value === 'any' ? 'any' : 'all' }); }}>
              <option value="all">{t('rule-all')}</option>
              <option value="any">{t('rule-any')}</option>
            </select>
          )}
          <ol className="form-rule-lines">
            {model.lines.map((line, position) => (
              <LineControl
                key={position} id={`${id}-${String(position)}`} line={line} candidates={candidates} readOnly={readOnly} position={position}
                onChange={(next) => { put({ ...model, lines: model.lines.map((one, at) => (at === position ? next : one)) }); }}
                onRemove={() => { put({ ...model, lines: model.lines.filter((_one, at) => at !== position) }); }}
              />
            ))}
          </ol>
          {readOnly || first === undefined ? null : <p><Button kind="plain" onPress={() => { put({ ...model, lines: [...model.lines, freshLine(first)] }); }}>{t('rule-more')}</Button></p>}
        </>
      )}
      <CodeText id={`${id}-text`} label={t('rule-text')} text={textOfRule(value)} readOnly={readOnly} fault={fault} onText={(text) => {
        if (text.trim() === '') onChange(needed ? '' : undefined);
        else {
          const reading = readRule(text);
          // What cannot be read yet is kept as it was typed.
          onChange(reading.ok ? reading.value : text);
        }
      }} read={readRule} />
      {readOnly || needed ? null : <p><Button kind="plain" onPress={() => { onChange(undefined); }}>{t('rule-remove')}</Button></p>}
    </fieldset>
  );
}

function safeLines(rule: Rule): RuleLines | undefined {
  try {
    return linesOfRule(rule);
  } catch {
    return undefined;
  }
}

/** The line that a new condition begins with. */
export function freshLine({ id, kind, options }: Candidate): RuleLine {
  if (kind === 'choice') return { field: id, test: 'is', value: options[0]?.value ?? '' };
  if (kind === 'statement' || kind === 'consent') return { field: id, test: 'is', value: true };
  return { field: id, test: 'answered', value: '' };
}

interface LineProps {
  readonly id: string;
  readonly line: RuleLine;
  readonly candidates: readonly Candidate[];
  readonly readOnly: boolean;
  readonly position: number;
  readonly onChange: (line: RuleLine) => void;
  readonly onRemove: () => void;
}

function LineControl({ id, line, candidates, readOnly, position, onChange, onRemove }: LineProps): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const of = candidates.find((one) => one.id === line.field);
  const compares = line.test !== 'answered' && line.test !== 'unanswered';
  const numeric = of?.kind === 'number' || of?.kind === 'money' || of?.kind === 'computed' || '<>'.includes(line.test.charAt(0));
  const number = String(position + 1);
  const value = String(severalOf(line.value)[0] ?? '');
  const several = line.test === 'one-of' || line.test === 'none-of';
  // Several values are picked from choices; where there are none, only a condition that has them already shows them.
  const tests = RULE_TESTS.filter((one) => one === line.test || (one !== 'one-of' && one !== 'none-of') || (of?.options.length ?? 0) > 0);
  const turn = (picked: RuleTest | undefined): void => {
    const test = picked ?? 'is';
    const values = severalOf(line.value);
    onChange({ ...line, test, value: test === 'one-of' || test === 'none-of' ? values : (values[0] ?? '') });
  };
  return (
    <li>
      <select className="box" id={id} aria-label={t('rule-field', { number })} value={line.field} disabled={readOnly} onChange={(event) => { const next = candidates.find((one) => one.id === event.target.value); if (next !== undefined) onChange(freshLine(next)); }}>
        {of === undefined ? <option value={line.field}>{t('rule-lost', { field: line.field })}</option> : null}
        {candidates.map((one) => <option key={one.id} value={one.id}>{one.label.length > 70 ? `${one.label.slice(0, 67)}…` : one.label}</option>)}
      </select>
      <select className="box" aria-label={t('rule-test', { number })} value={line.test} disabled={readOnly} onChange={(event) => { turn(RULE_TESTS.find((one) => one === event.target.value)); }}>
        {tests.map((one) => <option key={one} value={one}>{t(`test.${one}`)}</option>)}
      </select>
      {!compares ? null : several ? <SeveralValues number={number} line={line} options={of?.options ?? []} readOnly={readOnly} onChange={onChange} /> : of !== undefined && of.options.length > 0 ? (
        <select className="box" aria-label={t('rule-value', { number })} value={value} disabled={readOnly} onChange={(event) => { onChange({ ...line, value: event.target.value }); }}>
          {of.options.some((option) => option.value === value) ? null : <option value={value}>{value}</option>}
          {of.options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
      ) : typeof line.value === 'boolean' ? <span>{t('ticked')}</span> : (
        <input className="box form-short" aria-label={t('rule-value', { number })} type="text" inputMode={numeric ? 'decimal' : 'text'} value={value} readOnly={readOnly} onChange={(event) => { const typed = event.target.value; onChange({ ...line, value: numeric && /^-?\d+(?:\.\d+)?$/u.test(typed) ? Number(typed) : typed }); }} />
      )}
      {readOnly ? null : <Button kind="plain" label={t('rule-line-remove', { number })} onPress={onRemove}>{t('remove')}</Button>}
    </li>
  );
}

/** The choices of which one is enough; values that are no choice any more stay until they are taken out. */
function SeveralValues({ number, line, options, readOnly, onChange }: { readonly number: string; readonly line: RuleLine; readonly options: Candidate['options']; readonly readOnly: boolean; readonly onChange: (line: RuleLine) => void }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const values = severalOf(line.value);
  const lost = values.map(String).filter((one) => !options.some(({ value }) => value === one)).map((one) => ({ value: one, label: t('rule-lost', { field: one }) }));
  return (
    <div className="form-ticks" role="group" aria-label={t('rule-value', { number })}>
      {[...options, ...lost].map(({ value, label }) => (
        <label key={value} className="form-tick">
          <input type="checkbox" checked={values.some((one) => String(one) === value)} disabled={readOnly} onChange={(event) => { onChange({ ...line, value: event.target.checked ? [...values, value] : values.filter((one) => String(one) !== value) }); }} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}

/** A text in the language of conditions; what cannot be read is told with its place. */
function CodeText({ id, label, text, readOnly, fault, onText, read }: { readonly id: string; readonly label: string; readonly text: string; readonly readOnly: boolean; readonly fault: string | undefined; readonly onText: (text: string) => void; readonly read: (text: string) => { readonly ok: true } | { readonly ok: false; readonly fault: RuleTextFault } }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  // While it is typed it stands as it is typed, not as it would be written.
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? text;
  const reading = shown.trim() === '' ? undefined : read(shown);
  const unread = reading?.ok === false ? t(`text.${reading.fault.why}`, { at: reading.fault.at + 1, found: reading.fault.found }) : undefined;
  return (
    <Field id={id} label={label} note={t('rule-text-note')} fault={unread ?? fault} wide>
      {(control) => <input {...control} className="box form-code" type="text" autoComplete="off" spellCheck={false} value={shown} readOnly={readOnly} onChange={(event) => { setTyped(event.target.value); onText(event.target.value); }} onBlur={() => { setTyped(null); }} />}
    </Field>
  );
}

const TEMPLATES = ['age', 'sum', 'joined', 'count'] as const;

/** A computed value: the everyday ones by picking questions, all by their text. */
export function ValueBuilder({ id, value, candidates, readOnly, fault, onChange }: { readonly id: string; readonly value: unknown; readonly candidates: readonly Candidate[]; readonly readOnly: boolean; readonly fault: string | undefined; readonly onChange: (value: unknown) => void }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const [template, setTemplate] = useState<(typeof TEMPLATES)[number]>('age');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const fits = candidates.filter(({ kind }) => (template === 'age' ? kind === 'date' : template === 'sum' ? kind === 'number' || kind === 'money' || kind === 'computed' : template === 'count' ? kind === 'table' || kind === 'choice' : kind !== 'table'));
  const text = typeof value === 'string' ? value : safeExpression(value);
  const make = (): void => {
    const chosen = fits.filter((one) => picked.includes(one.id)).map((one) => one.id);
    const [one] = chosen;
    if (one === undefined) return;
    const answers = chosen.map((answer): Expression => ({ answer }));
    onChange(template === 'age' ? { years: [{ answer: one }, { today: true }] } : template === 'count' ? { count: one } : template === 'sum' ? { plus: answers } : { joined: answers });
  };
  return (
    <fieldset className="form-rule" id={id} tabIndex={-1}>
      <legend className="field-label">{t('value')}</legend>
      {readOnly ? null : (
        <>
          <select className="box" aria-label={t('value-template')} value={template} onChange={(event) => { setTemplate(TEMPLATES.find((one) => one === event.target.value) ?? 'age'); setPicked([]); }}>
            {TEMPLATES.map((one) => <option key={one} value={one}>{t(`value.${one}`)}</option>)}
          </select>
          {fits.length === 0 ? <p className="quiet">{t('value-none')}</p> : (
            <div className="form-ticks">
              {fits.map((one) => (
                <label key={one.id} className="form-tick"><input type={template === 'age' || template === 'count' ? 'radio' : 'checkbox'} name={`${id}-pick`} checked={picked.includes(one.id)} onChange={(event) => { setPicked(template === 'age' || template === 'count' ? [one.id] : event.target.checked ? [...picked, one.id] : picked.filter((other) => other !== one.id)); }} /><span>{one.label}</span></label>
              ))}
            </div>
          )}
          <p><Button kind="plain" onPress={make}>{t('value-make')}</Button></p>
        </>
      )}
      <CodeText id={`${id}-text`} label={t('rule-text')} text={text} readOnly={readOnly} fault={fault} read={readExpression} onText={(typed) => {
        const reading = readExpression(typed);
        onChange(reading.ok ? reading.value : typed);
      }} />
    </fieldset>
  );
}

function safeExpression(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  try {
    return writeExpression(value as Expression);
  } catch {
    return JSON.stringify(value);
  }
}
