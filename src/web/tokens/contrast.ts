/** The colours of one set of tokens, by name without the leading dashes. */
type ColourSet = Readonly<Record<string, string>>;

function channel(value: number): number {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function luminance(colour: string): number {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!match) throw new Error(`not a colour of six hexadecimal digits: ${colour}`);
  const [red, green, blue] = [match[1], match[2], match[3]].map((digits) => channel(parseInt(digits ?? '', 16)));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** The WCAG 2.2 contrast ratio of two opaque colours such as `#8f1d1d`, 1 to 21. */
export function contrastRatio(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Every rule block of a token file that sets colours, with the media query it stands in (`''` outside of any). */
export function readColourSets(css: string): readonly { readonly media: string; readonly selector: string; readonly colours: ColourSet }[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const sets: { media: string; selector: string; colours: ColourSet }[] = [];
  let media = '';
  for (const [, opening, body, closing] of plain.matchAll(/([^{}]+)\{|([^{}]*)(\})/g)) {
    if (opening?.trim().startsWith('@media')) media = opening.trim().slice('@media'.length).trim();
    else if (opening !== undefined) sets.push({ media, selector: opening.trim(), colours: {} });
    else if (closing !== undefined && body?.trim() === '') media = '';
    else if (body !== undefined) {
      const last = sets.at(-1);
      if (last) last.colours = Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map((match) => [match[1] ?? '', match[2] ?? '']));
    }
  }
  return sets.filter((set) => Object.keys(set.colours).length > 0);
}
