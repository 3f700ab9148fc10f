import { PAPER } from '../../../platform/pdf/paper-size.ts';
import { type Sheet, type SheetShape, type SheetText } from '../../../platform/pdf/sheet.ts';
import { QUIET_ZONE } from '../../../platform/qr/qr-matrix.ts';
import { qrPath } from '../../../platform/qr/qr-path.ts';
import { posterAddress, typedAddress } from './poster-address.ts';
import { POSTER_INK, POSTER_LOOKS, posterBand, posterText, type PosterLook, type PosterSize } from './poster-look.ts';
import { type PosterOffice, type PosterView } from './poster-view.ts';
import { breakLines } from './text-width.ts';

export interface PosterOptions {
  readonly size: PosterSize;
  readonly office: PosterOffice;
  /** Address that phones reach, without a slash at its end. */
  readonly publicUrl: string;
}

/** A block that was set: what it draws and where the next one begins. */
interface Block {
  readonly shapes: readonly SheetShape[];
  readonly texts: readonly SheetText[];
  readonly bottom: number;
}

/** Everything on a poster in its place; always one page, however long the names are. */
export function layoutPoster(view: PosterView, { size, office, publicUrl }: PosterOptions): Sheet {
  const page = PAPER[size];
  const look = POSTER_LOOKS[size];
  const band = posterBand(office, page.width, look);
  const foot = footBlock(view, office, publicUrl, page, look);
  const end = foot.top - look.list * 1.2;
  // A very long name gives up lines until the list has room for its heading and a line.
  const least = look.heading * 2 + look.list * 1.36;
  let name = nameBlock(view, page.width, look, Number.POSITIVE_INFINITY);
  let facts = factsBlock(view, page.width, look, name.bottom);
  while (facts.bottom + least > end && name.nameLines > 2) {
    name = nameBlock(view, page.width, look, name.nameLines - 1);
    facts = factsBlock(view, page.width, look, name.bottom);
  }
  const list = listBlock(view, page.width, look, facts.bottom, end);
  const blocks = [band, name, facts, list, foot];
  return { shapes: blocks.flatMap((block) => block.shapes), texts: blocks.flatMap((block) => block.texts) };
}

function nameBlock(view: PosterView, pageWidth: number, look: PosterLook, mostLines: number): Block & { readonly nameLines: number } {
  const width = pageWidth - 2 * look.margin;
  const fieldLines = breakLines(view.field, { width, size: look.field, bold: false, maxLines: 2 });
  const fieldTop = look.band + look.field * 2.1;
  const fieldBase = fieldTop + (fieldLines.length - 1) * look.field * 1.3;
  const field = fieldLines.map((line, index) =>
    posterText(line, look.margin, fieldTop + index * look.field * 1.3, { size: look.field, colour: POSTER_INK.soft, maxWidth: width }),
  );
  const { size, lines } = nameLines(view.name, width, look, mostLines);
  const leading = size * 1.22;
  const first = fieldBase + look.field * 0.55 + size;
  const texts = lines.map((line, index) => posterText(line, look.margin, first + index * leading, { size, bold: true, maxWidth: width }));
  return { shapes: [], texts: [...field, ...texts], bottom: first + (lines.length - 1) * leading + size * 0.3, nameLines: lines.length };
}

/** The largest type in which the whole name fits; a name that fits in none is cut in the smallest, and the QR opens it whole. */
function nameLines(name: string, width: number, look: PosterLook, mostLines: number): { readonly size: number; readonly lines: readonly string[] } {
  for (const [size, maxLines] of look.names) {
    const lines = breakLines(name, { width, size, bold: true, maxLines: Number.POSITIVE_INFINITY });
    if (lines.length <= Math.min(maxLines, mostLines)) return { size, lines };
  }
  const [size, maxLines] = look.names.at(-1) ?? [look.list, 8];
  return { size, lines: breakLines(name, { width, size, bold: true, maxLines: Math.min(maxLines, mostLines) }) };
}

function factsBlock(view: PosterView, pageWidth: number, look: PosterLook, top: number): Block {
  const gap = look.margin * 0.6;
  const width = (pageWidth - 2 * look.margin - gap) / 2;
  const lineAt = top + look.label * 1.1;
  const left = fact('Thời hạn', view.time, null, look.margin, lineAt, width, look);
  const right = fact('Phí, lệ phí', view.fee, view.feeNote, look.margin + width + gap, lineAt, width, look);
  const bottom = Math.max(left.bottom, right.bottom) + look.label * 0.5;
  const rule = (y: number): SheetShape => ({
    kind: 'line',
    x1: look.margin,
    y1: y,
    x2: pageWidth - look.margin,
    y2: y,
    thickness: 1,
    colour: POSTER_INK.line,
  });
  return { shapes: [rule(lineAt), rule(bottom)], texts: [...left.texts, ...right.texts], bottom };
}

function fact(label: string, value: string, note: string | null, x: number, top: number, width: number, look: PosterLook): Block {
  const texts: SheetText[] = [];
  let baseline = top + look.label * 1.65;
  texts.push(posterText(label, x, baseline, { size: look.label, colour: POSTER_INK.soft, maxWidth: width }));
  for (const line of breakLines(value, { width, size: look.value, bold: true, maxLines: 2 })) {
    baseline += look.value * 1.25;
    texts.push(posterText(line, x, baseline, { size: look.value, bold: true, maxWidth: width }));
  }
  for (const line of note === null ? [] : breakLines(note, { width, size: look.label, bold: false, maxLines: 3 })) {
    baseline += look.label * 1.4;
    texts.push(posterText(line, x, baseline, { size: look.label, colour: POSTER_INK.soft, maxWidth: width }));
  }
  return { shapes: [], texts, bottom: baseline + look.label * 0.5 };
}

function listBlock(view: PosterView, pageWidth: number, look: PosterLook, top: number, end: number): Block {
  const leading = look.list * 1.36;
  const between = look.list * 0.3;
  const box = look.list * 0.66;
  const indent = box + look.list * 0.7;
  const width = pageWidth - 2 * look.margin - indent;
  let baseline = top + look.heading * 1.75;
  const texts = [posterText('Cần chuẩn bị', look.margin, baseline, { size: look.heading, bold: true, colour: POSTER_INK.lacquer, maxWidth: width })];
  const shapes: SheetShape[] = [];
  baseline += look.heading * 0.25;

  const rest = leading + between;
  const room = (count: number, isLast: boolean) => baseline + count * leading + between + (isLast ? 0 : rest) <= end;
  for (const [index, paper] of view.papers.entries()) {
    const isLast = index === view.papers.length - 1 && !view.hasMorePapers;
    const whole = breakLines(paper, { width, size: look.list, bold: false, maxLines: 2 });
    const lines = room(whole.length, isLast) ? whole : breakLines(paper, { width, size: look.list, bold: false, maxLines: 1 });
    if (!room(lines.length, isLast)) break;
    shapes.push({ kind: 'path', x: look.margin, y: baseline + leading - box, scale: box / 10, path: 'M0 0h10v10h-10z', colour: POSTER_INK.lacquer, thickness: 1.3 });
    for (const line of lines) {
      baseline += leading;
      texts.push(posterText(line, look.margin + indent, baseline, { size: look.list, maxWidth: width }));
    }
    baseline += between;
  }
  const shown = shapes.length;
  if (shown < view.papers.length || view.hasMorePapers || shown === 0) {
    baseline += leading;
    const words = shown === 0 ? 'Quét mã để xem giấy tờ cần chuẩn bị' : 'và giấy tờ khác: quét mã để xem đủ';
    texts.push(posterText(words, look.margin + (shown === 0 ? 0 : indent), baseline, { size: look.list, colour: POSTER_INK.soft, maxWidth: width }));
  }
  return { shapes, texts, bottom: baseline };
}

function footBlock(
  view: PosterView,
  office: PosterOffice,
  publicUrl: string,
  page: { readonly width: number; readonly height: number },
  look: PosterLook,
): Block & { readonly top: number } {
  const { path, side } = qrPath(posterAddress(publicUrl, view.code));
  const scale = look.qr / (side - 2 * QUIET_ZONE);
  const quiet = QUIET_ZONE * scale;
  const right = page.width - look.margin;
  const addressAt = page.height - look.margin * 0.85;
  // The quiet zone of the code is the white around it: the address and the words keep that distance.
  const codeTop = addressAt - look.address - quiet * 0.6 - look.qr;
  const width = right - look.qr - quiet - look.margin;
  const texts: SheetText[] = [
    posterText(typedAddress(publicUrl, view.code), right, addressAt, { size: look.address, bold: true, align: 'right', maxWidth: right - look.margin }),
  ];
  let baseline = codeTop + look.call;
  const add = (words: string, size: number, bold: boolean, colour: string, leading: number) => {
    for (const line of breakLines(words, { width, size, bold, maxLines: 4 })) {
      texts.push(posterText(line, look.margin, baseline, { size, bold, colour, maxWidth: width }));
      baseline += size * leading;
    }
  };
  add('Quét mã', look.call, true, POSTER_INK.lacquer, 1.2);
  add('để làm ngay', look.call, true, POSTER_INK.lacquer, 1.2);
  add('Xem đủ giấy tờ, tải mẫu, khai sẵn ở nhà.', look.help, false, POSTER_INK.ink, 1.4);
  baseline += look.help * 0.6;
  add('Không dùng điện thoại? Cán bộ Một cửa giúp bạn.', look.help, false, POSTER_INK.ink, 1.4);
  baseline += look.help * 0.6;
  add(`Gọi ${office.hotline}`, look.help * 1.1, true, POSTER_INK.ink, 1.4);
  return {
    shapes: [{ kind: 'path', x: right - look.qr - quiet, y: codeTop - quiet, scale, path, colour: '#000000' }],
    texts,
    bottom: addressAt,
    top: codeTop,
  };
}
