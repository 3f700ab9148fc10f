import { readFileSync } from 'node:fs';
import { type ReceiptRules } from '../domain/receipt-rules.ts';

const FILE = new URL('../../../../data/receipts/rules.json', import.meta.url);

let loaded: ReceiptRules | undefined;

/** The rules of receipts and remittances with their days, read once. The file is part of the program and checked by its tests. */
export function loadReceiptRules(): ReceiptRules {
  loaded ??= JSON.parse(readFileSync(FILE, 'utf8')) as ReceiptRules;
  return loaded;
}
