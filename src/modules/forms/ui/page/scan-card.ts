interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorMaker = new (options: { readonly formats: readonly string[] }) => Detector;

/** How often a picture of the camera is looked at, in milliseconds. */
const EVERY = 250;

/** Offers the camera for the QR code of an identity card where the browser itself can read one; everywhere else its text is pasted. */
export function scanCards(form: HTMLFormElement): void {
  const Maker = (window as unknown as { readonly BarcodeDetector?: DetectorMaker }).BarcodeDetector;
  if (Maker === undefined || !('mediaDevices' in navigator)) return;
  for (const part of form.querySelectorAll<HTMLElement>('[data-card]')) {
    const button = part.querySelector<HTMLButtonElement>('[data-scan]');
    const place = part.querySelector<HTMLElement>('[data-camera]');
    const text = part.querySelector<HTMLTextAreaElement>('textarea');
    const fill = part.querySelector<HTMLButtonElement>('button[value^="the:"]');
    if (button === null || place === null || text === null || fill === null) continue;
    button.hidden = false;
    let stop: (() => void) | undefined;
    button.addEventListener('click', () => {
      if (stop !== undefined) {
        stop();
        return;
      }
      const words = button.textContent;
      const running = scan(new Maker({ formats: ['qr_code'] }), place, (payload) => {
        stop?.();
        text.value = payload;
        fill.click();
      });
      stop = () => {
        running();
        stop = undefined;
        button.textContent = words;
      };
      button.textContent = button.dataset['stop'] ?? '';
    });
  }
}

/** Shows the camera and looks for a code until one is found; answers what ends it. */
function scan(detector: Detector, place: HTMLElement, found: (payload: string) => void): () => void {
  const video = document.createElement('video');
  video.playsInline = true;
  video.muted = true;
  place.replaceChildren(video);
  place.hidden = false;
  let stream: MediaStream | undefined;
  let over = false;
  const look = async (): Promise<void> => {
    if (over) return;
    try {
      const [code] = await detector.detect(video);
      if (code !== undefined) {
        found(code.rawValue);
        return;
      }
    } catch {
      // A picture that is not there yet: the next one is.
    }
    setTimeout(() => void look(), EVERY);
  };
  navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } }).then(
    async (camera) => {
      if (over) {
        for (const track of camera.getTracks()) track.stop();
        return;
      }
      stream = camera;
      video.srcObject = camera;
      await video.play();
      await look();
    },
    () => { place.hidden = true; },
  );
  return () => {
    over = true;
    for (const track of stream?.getTracks() ?? []) track.stop();
    place.hidden = true;
    place.replaceChildren();
  };
}
