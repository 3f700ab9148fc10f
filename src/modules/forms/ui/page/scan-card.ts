import { openCodeReader, readPhoto, watchCamera } from '../../../../web/code-reader/code-reader.ts';

/** Fewer signs are no text of a card. */
const SHORTEST_CARD = 20;

/**
 * Offers the camera, and a photograph, for the QR code of an identity card; its text can always be pasted. What reads the codes where the browser cannot is
 * fetched after the tap. Pictures stay on this device.
 */
export function scanCards(form: HTMLFormElement): void {
  for (const part of form.querySelectorAll<HTMLElement>('[data-card]')) {
    const button = part.querySelector<HTMLButtonElement>('[data-scan]');
    const shoot = part.querySelector<HTMLButtonElement>('[data-photo]');
    const photo = part.querySelector<HTMLInputElement>('input[type=file]');
    const place = part.querySelector<HTMLElement>('[data-camera]');
    const said = part.querySelector<HTMLElement>('[data-scan-said]');
    const text = part.querySelector('textarea');
    const fill = part.querySelector<HTMLButtonElement>('button[value^="the:"]');
    if (button === null || shoot === null || photo === null || place === null || said === null || text === null || fill === null) continue;
    const reader = openCodeReader(() => new Worker(part.dataset['reader'] ?? ''));
    const words = button.textContent;
    let stop: (() => void) | undefined;
    const say = (which: string): void => {
      said.textContent = said.dataset[which] ?? '';
      said.hidden = false;
    };
    const end = (): void => {
      stop?.();
      stop = undefined;
      button.textContent = words;
    };
    const take = (codes: readonly string[]): boolean => {
      const payload = codes.find((code) => code.includes('|') && code.length >= SHORTEST_CARD);
      if (payload === undefined) return false;
      end();
      reader.end();
      text.value = payload;
      fill.click();
      return true;
    };
    button.addEventListener('click', () => {
      if (stop !== undefined) {
        end();
        return;
      }
      button.textContent = button.dataset['stop'] ?? '';
      say('hold');
      stop = watchCamera(place, reader, (codes) => { if (!take(codes)) say('other'); }, () => {
        end();
        say('none');
      });
    });
    photo.addEventListener('change', () => {
      const [file] = photo.files ?? [];
      if (file === undefined) return;
      end();
      say('reading');
      void readPhoto(reader, file).then((codes) => {
        photo.value = '';
        if (!take(codes)) say(codes.length === 0 ? 'unreadable' : 'other');
      });
    });
    // Browsers give the camera to safe addresses only.
    button.hidden = !('mediaDevices' in navigator);
    shoot.hidden = false;
    shoot.addEventListener('click', () => { photo.click(); });
  }
}
