import { useEffect, useRef } from 'react';
import { addKey, NO_BURST, type Scan } from './scanner-burst.ts';

type TextBox = HTMLInputElement | HTMLTextAreaElement;

function textBoxOf(target: EventTarget | null): TextBox | null {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null;
}

/** Puts a value into a field as if it had been typed, so that React hears of it. */
function writeValue(box: TextBox, value: string): void {
  const prototype = box instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(box, value);
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * Hears an identity card that a scanner types anywhere on the screen. What it left in a field is taken out again; `arrived` is what
 * stood in that field, for the case that an input-method editor swallowed keys. A field with `data-card-field` keeps its text.
 */
export function useScanner(onScan: (scan: Scan, arrived: string) => void): void {
  const latest = useRef(onScan);
  useEffect(() => { latest.current = onScan; });
  useEffect(() => {
    let burst = NO_BURST;
    let box: TextBox | null = null;
    let valueBefore = '';
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const startedBefore = burst.startedAt;
      const { burst: next, scan } = addKey(burst, event.key, event.timeStamp);
      burst = next;
      if (next.keys === 1 && next.startedAt !== startedBefore) {
        box = textBoxOf(event.target);
        valueBefore = box?.value ?? '';
      }
      if (scan === null) return;
      event.preventDefault();
      event.stopPropagation();
      const arrived = box?.value.slice(valueBefore.length) ?? '';
      if (box !== null && box.dataset['cardField'] === undefined) writeValue(box, valueBefore);
      latest.current(scan, arrived);
    };
    window.addEventListener('keydown', hear, true);
    return () => { window.removeEventListener('keydown', hear, true); };
  }, []);
}
