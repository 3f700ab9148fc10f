import { type PdfDottedLine, type PdfDrawing, type PdfNode, type PdfRuledText, type PdfTable, type PdfText, type PdfTextStyle } from './pdf-definition.ts';
import { checkedColour, checkedNumber, checkedPath } from './svg-path.ts';

/** A node in the words of pdfmake. Made anew for every layout, because pdfmake writes into what it is given. */
export type EngineNode = Readonly<Record<string, unknown>>;

/** What a translation needs to know and what it leaves behind. */
export interface Translation {
  /** False when a block that should stay whole is taller than a page: it is broken rather than cut off. */
  readonly keepBlocks: boolean;
  /** Whether the last row of a table that belongs to the closing block is moved to the page of that block. */
  readonly moveLastRow: boolean;
  /** Width of a text in the given style, in points. */
  readonly measure: (text: string, style: PdfTextStyle) => number;
  /** Letters that the paper must show; counted to prove that none was lost. */
  letters: number;
}

const LINE = 0.6;

/** Letters of a text that take ink: spaces and line ends may fall away at a line break. */
export function countLetters(text: string): number {
  return text.replace(/\s/gu, '').length;
}

function styleOf(style: PdfTextStyle): EngineNode {
  return {
    ...(style.font === undefined ? {} : { font: style.font }),
    ...(style.size === undefined ? {} : { fontSize: style.size }),
    ...(style.bold === undefined ? {} : { bold: style.bold }),
    ...(style.italics === undefined ? {} : { italics: style.italics }),
    ...(style.colour === undefined ? {} : { color: checkedColour(style.colour) }),
    ...(style.align === undefined ? {} : { alignment: style.align }),
    ...(style.lineHeight === undefined ? {} : { lineHeight: style.lineHeight }),
  };
}

/** The style of a whole document as pdfmake takes it. */
export function translateStyle(style: PdfTextStyle): EngineNode {
  return styleOf(style);
}

/** One node of a definition as pdfmake takes it. Only known parts pass, so that no node can name a file or an address. */
export function translateNode(node: PdfNode, to: Translation): EngineNode {
  const margin = node.margin === undefined ? {} : { margin: [...node.margin] };
  switch (node.kind) {
    case 'text':
      return { ...translateText(node, to), ...margin };
    case 'stack':
      return { stack: node.items.map((item) => translateNode(item, to)), unbreakable: node.keepTogether === true && to.keepBlocks, ...margin };
    case 'columns':
      return {
        columns: node.columns.map((column) => ({ width: column.width, stack: [translateNode(column.content, to)] })),
        columnGap: node.gap ?? 0,
        ...margin,
      };
    case 'table':
      if (to.moveLastRow && node.lastRowWithClosing === true && node.rows.length > node.headRows + 1) return { stack: partedTable(node, to), ...margin };
      return { ...translateTable(node, to), ...margin };
    case 'ruled-text':
      return { ...translateRuledText(node, to), ...margin };
    case 'drawing':
      return { ...translateDrawing(node), ...margin };
    case 'dotted-line':
      return { ...translateDottedLine(node, to), ...margin };
    default:
      throw new TypeError('not a node of a definition');
  }
}

function translateText(node: PdfText, to: Translation): EngineNode {
  const runs = node.runs.map((run) => {
    to.letters += countLetters(run.text);
    return { text: run.text, ...styleOf(run), ...(run.noBreak === true ? { noWrap: true } : {}) };
  });
  return { text: runs, ...styleOf(node) };
}

/** The table without its last row, and on the next page its last row under the same head. */
function partedTable(node: PdfTable, to: Translation): readonly EngineNode[] {
  const last = [...node.rows.slice(0, node.headRows), ...node.rows.slice(-1)];
  return [translateTable({ ...node, rows: node.rows.slice(0, -1) }, to), { ...translateTable({ ...node, rows: last }, to), pageBreak: 'before' }];
}

function translateTable(node: PdfTable, to: Translation): EngineNode {
  const [sideways, upright] = node.padding;
  const vertical = node.lines === 'grid' ? LINE : 0;
  // pdfmake's widths are those of the text; ours include padding and lines, so that they add up to the width of the page.
  const widths = node.widths.map((width, index) => width - 2 * sideways - vertical * (index === node.widths.length - 1 ? 2 : 1));
  return {
    table: {
      widths,
      headerRows: node.headRows,
      keepWithHeaderRows: node.rows.length > node.headRows && to.keepBlocks ? 1 : 0,
      dontBreakRows: to.keepBlocks,
      body: node.rows.map((row) => row.map((cell) => translateNode(cell, to))),
    },
    layout: {
      hLineWidth: () => LINE,
      vLineWidth: () => vertical,
      hLineColor: () => '#000000',
      vLineColor: () => '#000000',
      paddingLeft: () => sideways,
      paddingRight: () => sideways,
      paddingTop: () => upright,
      paddingBottom: () => upright,
    },
  };
}

function translateRuledText(node: PdfRuledText, to: Translation): EngineNode {
  const words = node.text.runs.map((run) => run.text).join('');
  const widest = Math.max(...words.split('\n').map((line) => to.measure(line, node.text)));
  const length = Math.min(widest, node.width) * node.part;
  const start = (node.width - length) / 2;
  const line = { type: 'line', x1: start, y1: node.gap, x2: start + length, y2: node.gap, lineWidth: node.thickness, lineColor: '#000000' };
  return { stack: [translateText(node.text, to), { canvas: [line] }] };
}

/** The least part of a line that a hand can write an answer on. */
const LEAST_ROOM = 0.3;

function translateDottedLine({ text, width }: PdfDottedLine, to: Translation): EngineNode {
  const words = text.runs.map((run) => run.text).join('');
  // A label of several lines ends somewhere in the last one; a word's width less lets no dot fall to a line of its own.
  const used = to.measure(`${words} `, text) % width;
  const dot = to.measure('.', { ...text, bold: false });
  const room = width - used - (to.measure(words, text) > width ? width * 0.12 : 0) - dot;
  const dots = (length: number) => '.'.repeat(Math.max(0, Math.floor(length / dot)));
  const lines = room < width * LEAST_ROOM ? [dots(room), dots(width - dot)] : [dots(room)];
  return translateText({ ...text, runs: [...text.runs, { text: ` ${lines.filter((line) => line !== '').join('\n')}`, bold: false }] }, to);
}

function translateDrawing(node: PdfDrawing): EngineNode {
  const colour = checkedColour(node.colour);
  const ink = node.stroke === undefined ? `fill="${colour}"` : `fill="none" stroke="${colour}" stroke-width="${String(checkedNumber(node.stroke))}" stroke-linecap="round" stroke-linejoin="round"`;
  const path = `<path ${ink} d="${checkedPath(node.path)}"/>`;
  const inset = checkedNumber(node.inset ?? 0);
  const [width, height] = [checkedNumber(node.viewWidth) - 2 * inset, checkedNumber(node.viewHeight) - 2 * inset];
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${inset} ${inset} ${width} ${height}">${path}</svg>`,
    width: node.width,
    alignment: node.align ?? 'left',
  };
}
