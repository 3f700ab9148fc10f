import { useEffect, useState } from 'react';

/** The time of day, drawn anew four times a second while something runs: a watch that skips a second looks broken. */
export function useNow(running: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => { setNow(Date.now()); }, 250);
    return () => { clearInterval(timer); };
  }, [running]);
  return now;
}
