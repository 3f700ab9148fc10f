/** The id of a form field: its name with everything that a fragment or selector would stumble over made a dash. */
export function fieldId(name: string): string {
  return `o-${name.replace(/[^\w-]+/g, '-')}`;
}
