type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The content as it is sent: texts without stray spaces, lists of words without empty lines, and a time limit with exactly the parts that its unit
 * has. What people are typing on the screen stays as they type it.
 */
export function tidyPack(content: Plain): Plain {
  const tidy = tidyValue(content) as Plain;
  return isPlain(tidy['timeLimit']) ? { ...tidy, timeLimit: tidyLimit(tidy['timeLimit']) } : tidy;
}

function tidyValue(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (Array.isArray(value)) {
    const entries = value.map(tidyValue);
    return entries.every((entry) => typeof entry === 'string') ? entries.filter((entry) => entry !== '') : entries;
  }
  return isPlain(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidyValue(inner)])) : value;
}

function tidyLimit({ unit, value, note, basis }: Plain): Plain {
  const remark = note ?? null;
  if (unit === 'same-day') return { unit, note: remark, basis: basis ?? null };
  if (unit === 'undetermined') return { unit, value: typeof value === 'number' ? value : null, note: remark, basis: null };
  return { unit, value: value ?? null, note: remark, basis: basis ?? null };
}
