import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { fieldId } from '../field/field-id.ts';
import { ErrorSummary } from './error-summary.tsx';

const fault = (field: string) => ({ field, code: 'field.required', message: `Thiếu ${field}.` });

test('nothing to correct is nothing to show', () => {
  assert.equal(renderToStaticMarkup(<ErrorSummary locale="vi" faults={[]} />), '');
});

test('each line leads to its field; a fault of the whole form leads nowhere', () => {
  const summary = renderToStaticMarkup(<ErrorSummary locale="vi" faults={[fault('papers.0.name'), fault('')]} />);
  assert.ok(summary.includes(`<a href="#${fieldId('papers.0.name')}">Thiếu papers.0.name.</a>`));
  assert.ok(summary.includes('<li>Thiếu .</li>'));
  assert.ok(summary.includes('Còn 2 mục cần sửa'));
});

test('it can take the focus and is announced', () => {
  assert.match(renderToStaticMarkup(<ErrorSummary locale="en" faults={[fault('a')]} />), /role="alert" tabindex="-1".*1 entry needs correcting/);
});
