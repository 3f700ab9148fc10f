/** How long a kiosk waits for somebody to touch it before it asks, and how long it then waits for an answer. */
const ASK_AFTER_MS = 60_000;
const WIPE_AFTER_S = 20;

/**
 * Leaves nothing of one person for the next: nothing is remembered on this machine, and when nobody touches it for a minute it asks, counts
 * down, and goes back to its first page, which wipes the rest. Without this script the page goes there by itself after three minutes.
 */
function watchOverKiosk(): void {
  const { kioskDone: done } = document.documentElement.dataset;
  // Drafts and ticks are kept on one person's own device only.
  Storage.prototype.setItem = () => undefined;
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // A browser that forbids remembering remembers nothing.
  }
  for (const form of document.forms) form.autocomplete = 'off';
  for (const print of document.querySelectorAll<HTMLElement>('[data-kiosk-print]')) {
    print.hidden = false;
    print.addEventListener('click', () => {
      window.print();
    });
  }
  const ask = document.querySelector<HTMLDialogElement>('[data-kiosk-ask]');
  const left = document.querySelector<HTMLElement>('[data-kiosk-left]');
  if (!done || !ask || !left) return;

  let waiting: ReturnType<typeof setTimeout> | undefined;
  let counting: ReturnType<typeof setInterval> | undefined;
  const wipe = (): void => {
    clearInterval(counting);
    for (const form of document.forms) form.reset();
    location.replace(done);
  };
  const begin = (): void => {
    clearTimeout(waiting);
    clearInterval(counting);
    if (ask.open) ask.close();
    waiting = setTimeout(() => {
      let seconds = WIPE_AFTER_S;
      left.textContent = String(seconds);
      ask.showModal();
      counting = setInterval(() => {
        seconds -= 1;
        left.textContent = String(seconds);
        if (seconds <= 0) wipe();
      }, 1000);
    }, ASK_AFTER_MS);
  };
  for (const sign of ['pointerdown', 'keydown', 'wheel', 'touchstart']) document.addEventListener(sign, begin, { passive: true });
  // Going back shows nothing of the one before: a page that comes out of the browser's memory is asked for again.
  addEventListener('pageshow', (event) => {
    if (event.persisted) wipe();
  });
  begin();
}

watchOverKiosk();
