// How long each official paper takes from its frozen view to the bytes of the PDF, in the program's one PDF worker; and a long register.
import { type PdfDefinition } from '../src/platform/pdf/pdf-definition.ts';
import { createPdfRenderer } from '../src/platform/pdf/pdf-renderer.ts';
import { buildApology } from '../src/modules/official-papers/papers/build-apology.ts';
import { buildControlSheet } from '../src/modules/official-papers/papers/build-control-sheet.ts';
import { buildEnvelopeLabel } from '../src/modules/official-papers/papers/build-envelope-label.ts';
import { buildHandOverSlip } from '../src/modules/official-papers/papers/build-hand-over-slip.ts';
import { buildReceipt } from '../src/modules/official-papers/papers/build-receipt.ts';
import { buildRefusal } from '../src/modules/official-papers/papers/build-refusal.ts';
import { buildRegister } from '../src/modules/official-papers/papers/build-register.ts';
import { buildResultReceipt } from '../src/modules/official-papers/papers/build-result-receipt.ts';
import { buildShelfLabels } from '../src/modules/official-papers/papers/build-shelf-labels.ts';
import { buildStop } from '../src/modules/official-papers/papers/build-stop.ts';
import { buildSupplement } from '../src/modules/official-papers/papers/build-supplement.ts';
import { APOLOGY, CONTROL_SHEET, ENVELOPE, REFUSAL, REGISTER, RESULT_RECEIPT, SLIP, STAMP, STOP, SUPPLEMENT } from '../src/modules/official-papers/papers/paper-examples-for-tests.ts';
import { BIRTH_RECEIPT } from '../src/modules/official-papers/papers/receipt-view-for-tests.ts';
import { summarise, words } from './statistics.ts';

const RUNS = Number(process.argv[2] ?? 30);
const LABEL = { code: BIRTH_RECEIPT.code, applicant: BIRTH_RECEIPT.applicant.fullName, procedureName: 'Đăng ký khai sinh', dueAt: BIRTH_RECEIPT.dueAt, link: STAMP.link };

const rows = (count: number) => Array.from({ length: count }, (_, index) => REGISTER.rows.slice(index % 2, (index % 2) + 1)).flat();

function register(count: number): PdfDefinition {
  const flows = buildRegister({ ...REGISTER, ...STAMP, rows: rows(count) });
  return { kind: 'book', info: { title: 'Sổ theo dõi hồ sơ', author: 'Trung tâm', createdAt: STAMP.issuedAt }, flows };
}

const PAPERS: readonly (readonly [name: string, build: () => PdfDefinition, runs?: number])[] = [
  ['01 receipt, A5', () => buildReceipt(BIRTH_RECEIPT)],
  ['02 supplement, A4', () => buildSupplement({ ...SUPPLEMENT, ...STAMP })],
  ['03 refusal, A4', () => buildRefusal({ ...REFUSAL, ...STAMP })],
  ['04 apology, A4', () => buildApology({ ...APOLOGY, ...STAMP })],
  ['05 stop notice, A4', () => buildStop({ ...STOP, ...STAMP })],
  ['06 control sheet, A4', () => buildControlSheet({ ...CONTROL_SHEET, ...STAMP })],
  ['hand-over slip, A4', () => buildHandOverSlip({ ...SLIP, ...STAMP })],
  ['result receipt, A5', () => buildResultReceipt({ ...RESULT_RECEIPT, ...STAMP, paper: 'A5' })],
  ['envelope label, A6', () => buildEnvelopeLabel({ ...ENVELOPE, ...STAMP })],
  ['24 shelf labels, A4', () => buildShelfLabels(Array.from({ length: 24 }, () => LABEL), 'sheet', { name: 'Trung tâm', at: STAMP.issuedAt })],
  ['07 register of 1,000 rows in 2 parts, A4 across', () => register(1000), 3],
  ['07 register of 10,000 rows in 20 parts, A4 across', () => register(10_000), 1],
];

const renderer = createPdfRenderer();
try {
  for (const [name, build, runs = RUNS] of PAPERS) {
    const times: number[] = [];
    let size = 0;
    // The first run reads the fonts and is not counted.
    for (let run = 0; run <= runs; run += 1) {
      const start = performance.now();
      size = (await renderer.render(build())).length;
      if (run > 0) times.push(performance.now() - start);
    }
    console.log(`${name}: ${words(summarise(times), 'ms')}, ${(size / 1024).toFixed(0)} KB`);
  }
} finally {
  await renderer.stop();
}
