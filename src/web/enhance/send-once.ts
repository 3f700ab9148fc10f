import { checkForm } from './check-fields.ts';

/** How long a second press is taken for a double press; after that it is a retry, which the server knows by its command id. */
const DOUBLE_PRESS_MS = 4000;

/** Checks a form before it is sent, and sends it once however often the button is pressed in haste. */
export function sendOnce(): void {
  const sent = new WeakMap<HTMLFormElement, number>();
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches('[data-form]')) return;
    const button = event.submitter as HTMLButtonElement | null;
    const wrong = button?.formNoValidate ? undefined : checkForm(form);
    if (wrong || Date.now() - (sent.get(form) ?? 0) < DOUBLE_PRESS_MS) {
      event.preventDefault();
      wrong?.focus();
      return;
    }
    sent.set(form, Date.now());
    if (!button) return;
    const words = button.innerHTML;
    button.setAttribute('aria-disabled', 'true');
    if (button.dataset.sending) button.textContent = button.dataset.sending;
    setTimeout(() => {
      button.removeAttribute('aria-disabled');
      button.innerHTML = words;
    }, DOUBLE_PRESS_MS);
  });
}
