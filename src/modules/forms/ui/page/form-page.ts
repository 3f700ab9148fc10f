import { compileForm, type FormJudgement } from '../../domain/compile-form.ts';
import { readEntries } from '../../domain/read-entries.ts';
import { faultSentence } from '../fault-sentence.ts';
import { type PageData } from '../page-data.ts';

type Box = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** How long a pause in typing is before it is saved, in milliseconds. */
const PAUSE = 1500;

/** The page of one group of questions: judged by the same interpreter as on the server, questions asked as answers call for them, saved while typing. */
function enhance(form: HTMLFormElement, data: PageData): void {
  const compiled = compileForm(data.definition);
  const fields = data.definition.groups.find(({ id }) => id === data.group)?.fields ?? [];
  const computed = new Set(fields.flatMap(({ id, kind }) => (kind === 'computed' ? [id] : [])));
  const wrapperOf = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>('[data-field]') : null);

  const judge = (): FormJudgement => {
    const entries = new Map<string, string[]>();
    new FormData(form).forEach((value, name) => {
      if (typeof value === 'string') entries.set(name, [...(entries.get(name) ?? []), value]);
    });
    return compiled.judge({ ...data.answers, ...readEntries(fields, entries) }, { today: data.today, placesLookedUp: false });
  };
  const ask = (judgement: FormJudgement): void => {
    for (const wrapper of form.querySelectorAll<HTMLElement>('[data-field]')) {
      const id = wrapper.dataset['field'] ?? '';
      // What follows from answers is said by the server.
      wrapper.hidden = !judgement.fields.has(id) || (computed.has(id) && wrapper.childElementCount === 0);
    }
  };
  /** Shows the faults inside a question as they are now, the gone ones too; answers the first box to go to. */
  const check = (wrapper: HTMLElement, judgement: FormJudgement): HTMLElement | undefined => {
    let first: HTMLElement | undefined;
    const own = wrapper.dataset['field'] ?? '';
    const faults = new Map(judgement.faults.filter(({ field }) => field === own || field.startsWith(`${own}.`)).map((fault) => [idOf(fault.field), faultSentence(data.definition, fault, data.locale)]));
    for (const line of wrapper.querySelectorAll<HTMLElement>('.fault')) {
      const id = line.id.replace(/-fault$/u, '');
      const words = faults.get(id) ?? '';
      const field = line.closest('.field');
      line.hidden = words === '';
      if (line.lastElementChild !== null) line.lastElementChild.textContent = words;
      field?.classList.toggle('wrong', words !== '');
      for (const box of field?.querySelectorAll<Box>('input,select,textarea') ?? []) if (box.type !== 'radio' && box.type !== 'hidden') box.setAttribute('aria-invalid', String(words !== ''));
      if (words !== '') first ??= document.getElementById(id) ?? undefined;
    }
    return first;
  };

  form.addEventListener('focusout', (event) => {
    const wrapper = wrapperOf(event.target);
    const to = event.relatedTarget instanceof Element ? event.relatedTarget : null;
    // A line that appears while a button is being pressed would move the button from under the finger.
    if (wrapper !== null && !wrapper.contains(to) && to?.closest('button,a') == null) check(wrapper, judge());
  });
  form.addEventListener('input', (event) => {
    const judgement = judge();
    ask(judgement);
    const wrapper = wrapperOf(event.target);
    if (wrapper?.querySelector('.wrong') != null) check(wrapper, judgement);
    saveSoon();
  });
  form.addEventListener('submit', (event) => {
    clearTimeout(waiting);
    if (event.submitter instanceof HTMLButtonElement && event.submitter.formNoValidate) return;
    const judgement = judge();
    let first: HTMLElement | undefined;
    for (const wrapper of form.querySelectorAll<HTMLElement>('[data-field]:not([hidden])')) first = first ?? check(wrapper, judgement);
    if (first === undefined) return;
    for (const wrapper of form.querySelectorAll<HTMLElement>('[data-field]:not([hidden])')) check(wrapper, judgement);
    event.preventDefault();
    // The script of all pages counts the presses that were sent; this one was not.
    event.stopPropagation();
    first.focus();
  });

  const note = form.querySelector<HTMLElement>('[data-saved]');
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let changed = false;
  const say = (words: string | undefined, time = ''): void => {
    if (note === null) return;
    note.hidden = false;
    note.textContent = (words ?? '').replace('{time}', time);
  };
  const save = async (): Promise<void> => {
    changed = false;
    running = true;
    try {
      const body = new URLSearchParams();
      new FormData(form).forEach((value, name) => { if (typeof value === 'string') body.append(name, value); });
      const answer = await fetch(data.save, { method: 'POST', body, keepalive: true, redirect: 'error' });
      const { time, differs } = (await answer.json()) as { readonly time: string; readonly differs: boolean };
      say(differs ? note?.dataset['elsewhere'] : note?.dataset['savedAt'], time);
    } catch {
      say(note?.dataset['notSaved']);
    }
    running = false;
  };
  const saveSoon = (): void => {
    changed = true;
    clearTimeout(waiting);
    waiting = setTimeout(() => { if (running) saveSoon(); else void save(); }, PAUSE);
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || !changed || running) return;
    clearTimeout(waiting);
    void save();
  });

  // The browser may have filled in boxes that were left by going back.
  ask(judge());
  // What reads a card is fetched when its part is opened for the first time.
  const cards = [...form.querySelectorAll<HTMLElement>('[data-cards]')];
  const open = (): void => {
    for (const part of cards) part.removeEventListener('toggle', open);
    const script = document.createElement('script');
    script.src = cards[0]?.dataset['cards'] ?? '';
    document.head.append(script);
  };
  for (const part of cards) part.addEventListener('toggle', open);
}

/** The id of the box of a field, as `web/public/field/field-id.ts` makes it. */
function idOf(field: string): string {
  return `o-${field.replace(/[^\w-]+/gu, '-')}`;
}

const data = document.getElementById('khai-du-lieu')?.textContent;
const form = document.querySelector<HTMLFormElement>('form[data-form]');
if (form !== null && data != null) enhance(form, JSON.parse(data) as PageData);
