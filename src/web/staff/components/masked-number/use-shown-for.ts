import { useEffect, useRef, useState } from 'react';
import { type Refusal } from '../../api/refusal.ts';

/** What the server shows, and for how many milliseconds; or why not. */
type Shown<T> = { readonly ok: true; readonly value: T; readonly hideAfter: number } | { readonly ok: false; readonly refusal: Refusal };

/**
 * Something that is shown for a while only: it hides by itself, when its part of the screen goes, and when the window is left. It lives in this state and
 * nowhere else: not in the cache of answers, not in the address.
 */
export function useShownFor<T>() {
  const [shown, setShown] = useState<T | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const gone = useRef(false);
  const hide = () => {
    clearTimeout(timer.current);
    setShown(null);
  };
  useEffect(() => {
    gone.current = false;
    const left = () => { if (document.visibilityState === 'hidden') hide(); };
    document.addEventListener('visibilitychange', left);
    return () => {
      gone.current = true;
      clearTimeout(timer.current);
      document.removeEventListener('visibilitychange', left);
    };
  }, []);
  const show = async (ask: () => Promise<Shown<T>>): Promise<void> => {
    setRefusal(null);
    const answer = await ask();
    if (gone.current) return;
    if (!answer.ok) {
      setRefusal(answer.refusal);
      return;
    }
    setShown(answer.value);
    clearTimeout(timer.current);
    timer.current = setTimeout(hide, answer.hideAfter);
  };
  return { shown, refusal, show, hide };
}
