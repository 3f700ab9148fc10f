import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { LIFE_EVENT_DOORS } from './life-event-doors.ts';
import { LifeEventGrid } from './life-event-grid.tsx';

test('there are six doors with different events, addresses, pictures and words', () => {
  assert.equal(LIFE_EVENT_DOORS.length, 6);
  for (const of of [(door: (typeof LIFE_EVENT_DOORS)[number]) => door.event, (door: (typeof LIFE_EVENT_DOORS)[number]) => door.slug, (door: (typeof LIFE_EVENT_DOORS)[number]) => door.icon]) {
    assert.equal(new Set(LIFE_EVENT_DOORS.map(of)).size, 6);
  }
  for (const door of LIFE_EVENT_DOORS) assert.match(door.slug, /^[a-z]+(-[a-z]+)*$/);
});

test('a door is one link with its words inside', () => {
  const grid = renderToStaticMarkup(<LifeEventGrid events={[{ label: 'Sinh con', href: '/viec/sinh-con', icon: 'birth' }]} />);
  assert.match(grid, /^<ul class="events"><li><a href="\/viec\/sinh-con">.*<span>Sinh con<\/span><\/a><\/li><\/ul>$/);
});
