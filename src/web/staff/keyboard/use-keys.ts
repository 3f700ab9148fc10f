import { useEffect, useRef } from 'react';
import { FLOOD_GAP_MS, mayBeShortcut } from './scanner-burst.ts';

/** What keys do. Names are as `KeyboardEvent.key` gives them in small letters; `ctrl+k`, `alt+1` and `ctrl+enter` with their modifier; `f2` to `f9` are keys of their own. */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']);

/** Keys that no field and no scanner needs for itself. */
const FUNCTION_KEY = /^f\d{1,2}$/;

/** Where letters are letters and not shortcuts. */
const TYPING = 'input:not([type="checkbox"],[type="radio"],[type="button"]), textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]';

function nameOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) return `ctrl+${key}`;
  return event.altKey ? `alt+${key}` : key;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null;
}

/** Every screen that listens, the newest last: what it knows hides the same key of the frame around it. */
const listeners: { current: KeyMap }[] = [];
let previousAt = Number.NEGATIVE_INFINITY;
let waiting: ReturnType<typeof setTimeout> | undefined;

function actOf(name: string): ((event: KeyboardEvent) => void) | undefined {
  return [...listeners].reverse().find(({ current }) => current[name] !== undefined)?.current[name];
}

/** Keys with Ctrl or Alt, and function keys, are heard on the way down: a suggestion box keeps every Enter for itself, also one with Ctrl. */
function hearCombination(event: KeyboardEvent): void {
  if (!event.isTrusted || event.isComposing || MODIFIERS.has(event.key)) return;
  const name = nameOf(event);
  const act = name.includes('+') || FUNCTION_KEY.test(name) ? actOf(name) : undefined;
  if (act === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  act(event);
}

function hear(event: KeyboardEvent): void {
  // “?” needs Shift, which is no key of its own; React Aria’s copies are none either.
  if (!event.isTrusted || MODIFIERS.has(event.key)) return;
  clearTimeout(waiting);
  const calm = mayBeShortcut(previousAt, event.timeStamp);
  previousAt = event.timeStamp;
  if (event.defaultPrevented || event.isComposing) return;
  const name = nameOf(event);
  const act = actOf(name);
  if (act === undefined) return;
  if (name.includes('+') || FUNCTION_KEY.test(name) || isTyping(event.target)) return;
  if (event.key.length > 1 || name === 'j' || name === 'k') {
    act(event);
    return;
  }
  // Firefox searches the page on “/”.
  event.preventDefault();
  if (calm && !event.repeat) waiting = setTimeout(() => { act(event); }, FLOOD_GAP_MS);
}

/**
 * Shortcuts of a screen. A single key waits a blink, so that a scanner fired into the page presses nothing; keys with Ctrl or Alt and
 * the arrows act at once, and those with Ctrl or Alt, and function keys, also while something is being typed.
 */
export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  useEffect(() => { latest.current = keys; });
  useEffect(() => {
    if (listeners.length === 0) {
      window.addEventListener('keydown', hearCombination, true);
      window.addEventListener('keydown', hear);
    }
    listeners.push(latest);
    return () => {
      listeners.splice(listeners.indexOf(latest), 1);
      if (listeners.length === 0) {
        window.removeEventListener('keydown', hearCombination, true);
        window.removeEventListener('keydown', hear);
      }
    };
  }, []);
}
