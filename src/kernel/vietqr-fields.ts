/** One field of an EMVCo payment code: a two-digit id and its text. */
export interface VietQrField {
  readonly id: string;
  readonly value: string;
}

/** Writes one field as id, two-digit length and value. Throws RangeError beyond 99 characters: the caller checks lengths first. */
export function writeField(id: string, value: string): string {
  if (value.length > 99) throw new RangeError(`field ${id} is longer than 99 characters`);
  return `${id}${String(value.length).padStart(2, '0')}${value}`;
}

/** Takes a run of fields apart, in order. Undefined when a length does not fit. */
export function readFields(text: string): readonly VietQrField[] | undefined {
  const fields: VietQrField[] = [];
  let position = 0;
  while (position < text.length) {
    const head = /^(\d{2})(\d{2})$/u.exec(text.slice(position, position + 4));
    if (head === null) return undefined;
    const end = position + 4 + Number(head[2]);
    if (end > text.length) return undefined;
    fields.push({ id: head[1] ?? '', value: text.slice(position + 4, end) });
    position = end;
  }
  return fields;
}

/** The value of the first field with this id, if there is one. */
export function findField(fields: readonly VietQrField[], id: string): string | undefined {
  return fields.find((field) => field.id === id)?.value;
}
