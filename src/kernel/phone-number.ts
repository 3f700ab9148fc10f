/** A Vietnamese phone number in its ten-digit form; undefined when it is none. `+84` and separators are understood. */
export function tidyPhone(text: string): string | undefined {
  const digits = text.replace(/[\s.()-]/g, '').replace(/^\+?84(?=\d{9}$)/, '0');
  return /^0\d{9}$/.test(digits) ? digits : undefined;
}
