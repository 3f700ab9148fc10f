/** A value that is usually there at once and sometimes has to be fetched first. */
export type Soon<T> = T | Promise<T>;

/** Uses a value as soon as it is there: at once when it can, so that the usual case costs no turn of the event loop. */
export function whenThere<T, R>(value: Soon<T>, use: (value: T) => Soon<R>): Soon<R> {
  return value instanceof Promise ? value.then(use) : use(value);
}
