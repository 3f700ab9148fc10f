import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { DraftDone } from './draft-done.tsx';
import { PublicForm } from './public-form.tsx';

test('a form is posted, carries its command id and leaves the checking to the server', () => {
  const form = renderToStaticMarkup(<PublicForm action="/khai" locale="vi" commandId="c1" hidden={{ step: '2' }}>x</PublicForm>);
  assert.match(form, /^<form class="form" noValidate="" data-form="" action="\/khai" method="post"><input type="hidden" name="commandId" value="c1"\/><input type="hidden" name="step" value="2"\/>x<\/form>$/);
});

test('a form keeps a draft only when it has a key, and tells the script when it came back', () => {
  const form = renderToStaticMarkup(<PublicForm action="/khai" locale="vi" draft="k" posted upload>x</PublicForm>);
  assert.match(form, /data-form="k" data-posted="" action="\/khai" encType="multipart\/form-data".*data-draft="true" hidden=""/);
  assert.doesNotMatch(renderToStaticMarkup(<PublicForm action="/khai" locale="vi">x</PublicForm>), /data-draft/);
});

test('the page after an accepted form names the draft to forget', () => {
  assert.equal(renderToStaticMarkup(<DraftDone draft="k" />), '<span hidden="" data-draft-done="k"></span>');
});
