import { useEffect, useRef } from 'react';
import { addKey, bestReading, isFormUnderWay, kindOfScan, NO_BURST, type Scan, SCAN_IS_OVER_MS } from './scanner-burst.ts';

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
 * Hears an identity card or a code of a printed form that a scanner types anywhere on the screen and answers its text; what it left in a field is taken out again.
 * The many keys of a form do not reach the field at all, and its scan is over without Enter too.
 * A field with `data-card-field` is only for cards: everything in it belongs to the scan.
 */
export function useScanner(onScan: (text: string) => void): void {
  const latest = useRef(onScan);
  useEffect(() => { latest.current = onScan; });
  useEffect(() => {
    let burst = NO_BURST;
    let box: TextBox | null = null;
    let valueBefore = '';
    let silence: ReturnType<typeof setTimeout> | undefined;
    const finish = (scan: Scan) => {
      const arrived = box?.value.slice(valueBefore.length) ?? '';
      if (box !== null) writeValue(box, valueBefore);
      latest.current(bestReading(scan, arrived));
    };
    const hear = (event: KeyboardEvent) => {
      // React Aria sends copies of a key to its lists; only the real one counts.
      if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey) return;
      const startedBefore = burst.startedAt;
      const { burst: next, scan } = addKey(burst, event.key, event.timeStamp);
      burst = next;
      if (next.keys === 1 && next.startedAt !== startedBefore) {
        box = textBoxOf(event.target);
        valueBefore = box === null || box.dataset['cardField'] !== undefined ? '' : box.value;
      }
      clearTimeout(silence);
      const isUnderWay = scan === null && isFormUnderWay(next);
      if (scan === null && !isUnderWay) return;
      event.preventDefault();
      event.stopPropagation();
      if (scan !== null) {
        finish(scan);
        return;
      }
      silence = setTimeout(() => {
        if (kindOfScan(burst.text) !== 'form') return;
        const { text, spoiled } = burst;
        burst = NO_BURST;
        finish({ text, spoiled });
      }, SCAN_IS_OVER_MS);
    };
    window.addEventListener('keydown', hear, true);
    return () => {
      clearTimeout(silence);
      window.removeEventListener('keydown', hear, true);
    };
  }, []);
}
