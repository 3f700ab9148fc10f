/** How many frames a control may take to appear; a third of a second. */
const PATIENCE = 20;

function focusNow(id: string): boolean {
  const control = document.getElementById(id);
  if (control === null) return false;
  control.focus();
  control.scrollIntoView({ block: 'nearest' });
  return true;
}

function focusWhenDrawn(id: string, patience: number): void {
  requestAnimationFrame(() => {
    if (!focusNow(id) && patience > 0) focusWhenDrawn(id, patience - 1);
  });
}

/**
 * Puts the focus on a control of the form by its id: at once when it is there, so that not one key of a fast hand or a scanner goes
 * into the box before; else as soon as the screen has been drawn with it.
 */
export function focusPart(id: string): void {
  if (focusNow(id)) {
    requestAnimationFrame(() => {
      // The drawing may have taken the focus with it; whoever has gone on to another control is left there.
      if (document.activeElement === document.body) focusNow(id);
    });
    return;
  }
  // What an event changes is drawn before the next key is read.
  queueMicrotask(() => {
    if (!focusNow(id)) focusWhenDrawn(id, PATIENCE);
  });
}
