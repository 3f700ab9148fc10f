import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { FileRefusal } from './file-refusal.ts';

/** What the reader of an XML part hears; names come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Reads an XML part as it comes. A document type (where foreign entities live) is refused, and nothing outside is ever fetched. */
export async function readXml(pieces: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser();
  parser.on('doctype', () => { throw new FileRefusal('exchange.document-type'); });
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(tag.attributes)) attributes[local(name)] = value;
    listener.open?.(local(tag.name), attributes);
  });
  parser.on('closetag', (tag) => { listener.close?.(local(tag.name)); });
  parser.on('text', (text) => { listener.text?.(text); });
  parser.on('error', (error) => { throw error; });
  const decoder = new StringDecoder('utf8');
  try {
    for await (const piece of pieces) parser.write(decoder.write(piece));
    parser.close();
  } catch (error) {
    throw error instanceof FileRefusal ? error : new FileRefusal('exchange.workbook-damaged');
  }
}
