import { type EditorWord } from './editor-messages.ts';
import { PACK_SECTIONS, type Shape } from './pack-shape.ts';

/** Where a difference lies, in the words of the editor: “Giấy tờ phải có › birth-notice › Tên giấy tờ › Tiếng Việt”. What the editor has no word for stays as it is. */
export function placeWords(path: string, t: (word: EditorWord) => string): string {
  let shapes: readonly Shape[] = PACK_SECTIONS.flatMap(({ of }) => of);
  const words: string[] = [];
  for (const [, name, entry] of path.matchAll(/([a-zA-Z]+)|\[([^\]]+)\]/gu)) {
    if (entry !== undefined) {
      words.push(/^\d+$/u.test(entry) ? String(Number(entry) + 1) : entry);
      continue;
    }
    const shape: Shape | undefined = shapes.find(({ key }) => key === name);
    if (shape !== undefined) words.push(t(shape.label));
    else if (name === 'vi' || name === 'en') words.push(t(name));
    else words.push(name ?? '');
    shapes = shape !== undefined && 'of' in shape ? shape.of : [];
  }
  return words.join(' › ');
}
