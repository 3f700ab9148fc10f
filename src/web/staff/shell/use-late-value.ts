import { useEffect, useState } from 'react';

/** The value once it has rested for so many milliseconds: what a server is asked for while somebody types. */
export function useLateValue<T>(value: T, restMs: number): T {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => { setLate(value); }, restMs);
    return () => { clearTimeout(timer); };
  }, [value, restMs]);
  return late;
}
