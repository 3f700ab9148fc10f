import { recall, remember } from './device-memory.ts';

type Draft = readonly [savedAt: number, values: readonly (readonly [name: string, value: string])[]];

const KEPT_MS = 7 * 86_400_000;
const NEVER_KEPT = /^(hidden|password|file|submit|button)$/;

function boxesOf(form: HTMLFormElement): HTMLInputElement[] {
  return ([...form.elements] as HTMLInputElement[]).filter((box) => box.name && !NEVER_KEPT.test(box.type));
}

function isTick(box: HTMLInputElement): boolean {
  return /^(radio|checkbox)$/.test(box.type);
}

function restore(form: HTMLFormElement, values: Draft[1]): void {
  for (const box of boxesOf(form)) {
    const own = values.filter(([name]) => name === box.name).map(([, value]) => value);
    if (isTick(box)) box.checked = own.includes(box.value);
    else if (own[0] !== undefined) box.value = own[0];
  }
}

function keepDraft(form: HTMLFormElement, key: string): void {
  const note = form.querySelector<HTMLElement>('[data-draft]');
  const words = note?.firstElementChild as HTMLElement | null | undefined;
  if (!note || !words) return;
  const say = (which: 'restored' | 'kept' | 'deleted'): void => {
    note.hidden = false;
    words.textContent = words.dataset[which] ?? '';
  };
  const draft = recall(key) as Draft | undefined;
  if (draft && Date.now() - draft[0] > KEPT_MS) remember(key);
  else if (draft && form.dataset.posted === undefined) {
    restore(form, draft[1]);
    say('restored');
  }
  let waiting: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const kept = boxesOf(form).filter((box) => !isTick(box) || box.checked);
      remember(key, [Date.now(), kept.map((box) => [box.name, box.value])]);
      say('kept');
    }, 400);
  });
  note.querySelector('button')?.addEventListener('click', () => {
    clearTimeout(waiting);
    remember(key);
    form.reset();
    say('deleted');
  });
}

/** Keeps what is being written on this device for seven days, says so, and forgets it once the server has it. */
export function keepDrafts(): void {
  for (const done of document.querySelectorAll<HTMLElement>('[data-draft-done]')) remember(`nhap:${done.dataset.draftDone ?? ''}`);
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-form]')) {
    if (form.dataset.form) keepDraft(form, `nhap:${form.dataset.form}`);
  }
}
