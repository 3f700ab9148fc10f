type Box = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const CHECKED = '[data-missing],[data-wrong]';

function boxesOf(field: HTMLElement): Box[] {
  return [...field.querySelectorAll<Box>('input,select,textarea')];
}

/** Whether the three boxes hold a day that exists, in the order day, month, year. */
function isDate([day, month, year]: readonly string[]): boolean {
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  return /^\d{4}$/.test(year ?? '') && date.getDate() === Number(day) && date.getMonth() === Number(month) - 1;
}

/** What is wrong with a field, in the words that the server put on it; empty when nothing is. */
function faultOf(field: HTMLElement): string {
  const { missing = '', wrong = '' } = field.dataset;
  const boxes = boxesOf(field);
  if (field.querySelector('[data-date]')) {
    const values = boxes.map((box) => box.value.trim());
    if (values.join('')) return isDate(values) ? '' : wrong;
  }
  if (boxes.some((box) => box.validity.valueMissing)) return missing;
  return boxes.every((box) => box.validity.valid) ? '' : wrong;
}

/** Shows what is wrong with a field now, or that nothing is; answers whether something is. */
function check(field: HTMLElement): boolean {
  const fault = faultOf(field);
  const wrong = fault !== '';
  const line = field.querySelector<HTMLElement>('.fault');
  if (!line?.lastElementChild) return false;
  line.hidden = !wrong;
  line.lastElementChild.textContent = fault;
  field.classList.toggle('wrong', wrong);
  for (const box of boxesOf(field)) {
    // A single radio button cannot be invalid: its group is, and the group has the fault line.
    if (box.type !== 'radio') box.setAttribute('aria-invalid', String(wrong));
  }
  return wrong;
}

/** Checks the fields of a form that can be seen and shows their faults; the answer is the first box to go to, if any. */
export function checkForm(form: HTMLFormElement): HTMLElement | undefined {
  let first: HTMLElement | undefined;
  for (const field of form.querySelectorAll<HTMLElement>(CHECKED)) {
    if (field.offsetParent && check(field)) first ??= boxesOf(field)[0];
  }
  return first;
}

/** Checks a field when it is left, and again with every change while it is wrong. */
export function checkFields(): void {
  document.addEventListener('focusout', (event) => {
    const field = (event.target as Element).closest<HTMLElement>(CHECKED);
    const to = event.relatedTarget as Element | null;
    // A line that appears while a button is being pressed would move the button from under the finger.
    if (field && !field.contains(to) && !to?.closest('button,a')) check(field);
  });
  document.addEventListener('input', (event) => {
    const field = (event.target as Element).closest<HTMLElement>(CHECKED);
    if (field?.matches('.wrong')) check(field);
  });
}
