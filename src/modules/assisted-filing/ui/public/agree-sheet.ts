/** What the pages on which somebody agrees have beside the style sheet of every page. */
export const AGREE_SHEET = [
  '.read>section{margin-top:28px}',
  '.read dt{font-weight:700}',
  '.read dd{margin:0 0 var(--space-3,12px);font-size:1.1em}',
  '.ways>section{border-top:2px solid var(--line);padding-top:16px;margin-top:24px}',
  '.pad{display:block;width:100%;max-width:640px;aspect-ratio:8/3;background:#fff;border:2px solid #1f1b16;border-radius:6px;touch-action:none;cursor:crosshair}',
  '.say{border-left:6px solid var(--gold,#c8962e);padding:8px 16px;font-size:1.15em}',
  '.six{font-size:2.4em;font-weight:700;letter-spacing:.12em;font-variant-numeric:tabular-nums}',
  '.ways audio{width:100%;max-width:640px}',
  '@media print{.ways{display:none}}',
].join('');
