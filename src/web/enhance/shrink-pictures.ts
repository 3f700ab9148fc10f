/** Long side in pixels: A4 papers stay readable at about 140 dots an inch. */
const LONG_SIDE = 1600;
const SMALL_ENOUGH = 300_000;

/** The photograph with its long side bounded, as JPEG; what is small already, no picture or not drawable here stays as it is. */
export async function smaller(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.size < SMALL_ENOUGH) return file;
  try {
    const picture = await createImageBitmap(file);
    const factor = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = picture.width * factor;
    canvas.height = picture.height * factor;
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => {
      canvas.toBlob(done, 'image/jpeg', 0.82);
    });
    return blob && blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: blob.type }) : file;
  } catch {
    // A kind that this browser cannot draw goes as it is; the server decides.
    return file;
  }
}

async function shrink(input: HTMLInputElement): Promise<void> {
  const line = input.nextElementSibling;
  const chosen = [...(input.files ?? [])];
  if (!line) return;
  line.textContent = input.dataset.shrink ?? '';
  const list = new DataTransfer();
  for (const file of chosen) list.items.add(await smaller(file));
  // Something else was chosen meanwhile: that choice has its own turn.
  if (input.files?.[0] !== chosen[0]) return;
  const [before = 0, after = 0] = [chosen, [...list.files]].map((files) => files.reduce((sum, file) => sum + file.size, 0));
  const saved = after < before;
  if (saved) input.files = list.files;
  line.textContent = saved ? (input.dataset.shrunk ?? '').replace('{size}', `${Math.ceil(after / 1024)} KB`) : '';
}

/** Makes photographs smaller before they are sent over a slow line. */
export function shrinkPictures(): void {
  document.addEventListener('change', (event) => {
    const input = event.target as HTMLInputElement;
    if (input.dataset.shrink) void shrink(input);
  });
}
