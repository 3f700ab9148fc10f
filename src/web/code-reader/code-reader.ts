interface Detector {
  detect(source: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorMaker = new (options: { readonly formats: readonly string[] }) => Detector;
type Source = HTMLVideoElement | ImageBitmap;

/** Reads QR codes from pictures of a camera and from photographs, on this device alone. */
export interface CodeReader {
  /** Texts of the codes of a picture, its longer side at most so many pixels; none where none can be read. */
  readonly read: (source: Source, width: number, height: number, most: number) => Promise<readonly string[]>;
  readonly end: () => void;
}

/** The longer side of a picture of the camera that is looked at, and how long after one the next is, in milliseconds. */
const FRAME = 1280;
const EVERY = 120;
/** The longer sides at which a photograph is looked at, one after another: small codes need many pixels, unsharp ones few. */
const PHOTO_SIZES = [1600, 2800, 900] as const;

/**
 * What the browser itself reads with, where it can (Android, macOS); everywhere else a worker that `makeWorker` starts when the first picture comes, and
 * that is asked one picture at a time.
 */
export function openCodeReader(makeWorker: () => Worker): CodeReader {
  const Maker = (globalThis as unknown as { readonly BarcodeDetector?: DetectorMaker }).BarcodeDetector;
  const detector = Maker === undefined ? undefined : new Maker({ formats: ['qr_code'] });
  let worker: Worker | undefined;
  const ask = (picture: ImageData): Promise<readonly string[]> =>
    new Promise((resolve) => {
      worker ??= makeWorker();
      worker.onmessage = ({ data }: MessageEvent<readonly string[]>) => { resolve(data); };
      worker.onerror = () => { resolve([]); };
      worker.postMessage({ width: picture.width, height: picture.height, data: picture.data }, [picture.data.buffer]);
    });
  return {
    read: async (source, width, height, most) => {
      const found = await detector?.detect(source).catch(() => undefined);
      if (found !== undefined && found.length > 0) return found.map(({ rawValue }) => rawValue);
      // A browser that says it can and does not (no service behind it) is helped too, but not for every picture of the camera.
      if (found !== undefined && source instanceof HTMLVideoElement) return [];
      const scale = Math.min(1, most / Math.max(width, height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(width * scale));
      canvas.height = Math.max(1, Math.round(height * scale));
      const pen = canvas.getContext('2d', { willReadFrequently: true });
      if (pen === null) return [];
      pen.drawImage(source, 0, 0, canvas.width, canvas.height);
      return ask(pen.getImageData(0, 0, canvas.width, canvas.height));
    },
    end: () => {
      worker?.terminate();
      worker = undefined;
    },
  };
}

/** Reads the codes of a photograph; none where none can be read or the file is no picture. */
export async function readPhoto(reader: CodeReader, file: Blob): Promise<readonly string[]> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (picture === undefined) return [];
  for (const most of PHOTO_SIZES) {
    const codes = await reader.read(picture, picture.width, picture.height, most);
    if (codes.length > 0) return codes;
  }
  return [];
}

/**
 * Shows the camera in `place` and tells `found` the codes of every picture that has some, until the answered function ends it. `failed` hears by the
 * browser's own name for it that there is no camera (`NotFoundError`), that it may not be used (`NotAllowedError`), or that it does not work.
 */
export function watchCamera(place: HTMLElement, reader: CodeReader, found: (codes: readonly string[]) => void, failed: (why: string) => void): () => void {
  const video = document.createElement('video');
  video.playsInline = true;
  video.muted = true;
  place.replaceChildren(video);
  place.hidden = false;
  let stream: MediaStream | undefined;
  let over = false;
  const end = (): void => {
    over = true;
    for (const track of stream?.getTracks() ?? []) track.stop();
    place.hidden = true;
    place.replaceChildren();
  };
  const look = async (): Promise<void> => {
    if (over) return;
    if (video.videoWidth > 0) {
      const codes = await reader.read(video, video.videoWidth, video.videoHeight, FRAME);
      // It may have been ended while a picture was read.
      if (!video.isConnected) return;
      if (codes.length > 0) found(codes);
    }
    setTimeout(() => { void look(); }, EVERY);
  };
  navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } } }).then(
    async (camera) => {
      stream = camera;
      if (over) {
        end();
        return;
      }
      video.srcObject = camera;
      await video.play();
      await look();
    },
    (error: unknown) => {
      end();
      failed(error instanceof DOMException ? error.name : '');
    },
  );
  return end;
}
