/** How many frames a control may take to appear; a third of a second. */
const PATIENCE = 20;

/** Puts the focus on a control of the form by its id, as soon as the screen has been drawn with it. */
export function focusPart(id: string, patience = PATIENCE): void {
  requestAnimationFrame(() => {
    const control = document.getElementById(id);
    if (control === null) {
      if (patience > 0) focusPart(id, patience - 1);
      return;
    }
    control.focus();
    control.scrollIntoView({ block: 'nearest' });
  });
}
