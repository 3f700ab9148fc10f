/** Puts the focus on a control of the form by its id, once the screen has been drawn with it. */
export function focusPart(id: string): void {
  requestAnimationFrame(() => {
    const control = document.getElementById(id);
    control?.focus();
    control?.scrollIntoView({ block: 'nearest' });
  });
}
