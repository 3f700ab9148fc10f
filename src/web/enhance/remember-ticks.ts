import { recall, remember } from './device-memory.ts';

/** Remembers on this device which papers were ticked off. */
export function rememberTicks(): void {
  for (const list of document.querySelectorAll<HTMLElement>('[data-checklist]')) {
    const key = `giay:${list.dataset.checklist ?? ''}`;
    const boxes = [...list.querySelectorAll('input')];
    const show = (ticked: readonly string[]): void => {
      list.querySelector('[data-kept]')?.toggleAttribute('hidden', ticked.length === 0);
    };
    const before = (recall(key) ?? []) as string[];
    for (const box of boxes) box.checked = before.includes(box.value);
    show(before);
    list.addEventListener('change', () => {
      const ticked = boxes.filter((box) => box.checked).map((box) => box.value);
      remember(key, ticked.length > 0 ? ticked : undefined);
      show(ticked);
    });
  }
}
