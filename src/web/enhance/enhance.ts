import { checkFields } from './check-fields.ts';
import { keepDrafts } from './keep-drafts.ts';
import { readAloud } from './read-aloud.ts';
import { rememberTicks } from './remember-ticks.ts';
import { sendOnce } from './send-once.ts';
import { shrinkPictures } from './shrink-pictures.ts';
import { textSize } from './text-size.ts';

// One that fails on an old phone must not take the others with it.
for (const enhance of [textSize, rememberTicks, keepDrafts, checkFields, sendOnce, shrinkPictures, readAloud]) {
  try {
    enhance();
  } catch {
    // The page is whole without it.
  }
}
document.querySelector<HTMLElement>('[data-summary]')?.focus();
