import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { ButtonLink } from './button-link.tsx';
import { Button } from './button.tsx';

test('a button submits its form and says what it shows while sending', () => {
  assert.equal(
    renderToStaticMarkup(<Button name="viec" value="gui" sending="Đang gửi…">Gửi</Button>),
    '<button class="button" type="submit" value="gui" data-sending="Đang gửi…" name="viec">Gửi</button>',
  );
});

test('a link that looks like a button stays a link', () => {
  assert.equal(renderToStaticMarkup(<ButtonLink href="/khai" kind="quiet">Khai</ButtonLink>), '<a class="button quiet" href="/khai">Khai</a>');
});

test('only a real script address would be dangerous, and React refuses it', () => {
  assert.ok(!renderToStaticMarkup(<ButtonLink href="javascript:alert(1)">Khai</ButtonLink>).includes('alert(1)'));
});
