const BLOCKS = 'h1,h2,h3,p,li,dt,dd,th,td,label,legend,summary,.hint';

/** Shows the button that reads the page aloud when the device has a voice of the page's language, and makes it work. */
export function readAloud(): void {
  const button = document.querySelector<HTMLElement>('[data-read]');
  const speech = (window as Partial<Window>).speechSynthesis;
  const label = button?.lastElementChild;
  if (!button || !speech || !label) return;
  const { lang } = document.documentElement;
  const voice = (): SpeechSynthesisVoice | undefined => speech.getVoices().find((one) => one.lang.startsWith(lang));
  const start = label.textContent;
  const show = (words: string | undefined): void => {
    label.textContent = words ?? start;
  };
  const offer = (): void => {
    if (!voice()) return;
    button.hidden = false;
    button.closest<HTMLElement>('.bar')?.removeAttribute('hidden');
  };
  offer();
  // Voices arrive late, and some phones know no such event.
  speech.onvoiceschanged = offer;
  button.addEventListener('click', () => {
    if (speech.speaking) {
      speech.cancel();
      show(start);
      return;
    }
    show(button.dataset.read);
    let last: SpeechSynthesisUtterance | undefined;
    for (const block of document.querySelectorAll<HTMLElement>('main *')) {
      // Short pieces: long ones are cut off by some voices.
      if (!block.matches(BLOCKS) || block.querySelector(BLOCKS) || !block.offsetParent) continue;
      last = new SpeechSynthesisUtterance(block.innerText);
      last.lang = lang;
      last.voice = voice() ?? null;
      speech.speak(last);
    }
    last?.addEventListener('end', () => {
      show(start);
    });
  });
}
