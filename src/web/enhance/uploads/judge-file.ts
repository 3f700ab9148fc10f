import { judgePicture, JUDGED_SIDE } from '../../../platform/pages/judge-picture.ts';

/** Whether a photograph seems blank or blurred; undefined for what is none, or cannot be drawn here. The server judges again by the same rule. */
export async function judgeFile(file: Blob): Promise<'blank' | 'blurred' | undefined> {
  if (!file.type.startsWith('image/')) return undefined;
  try {
    const picture = await createImageBitmap(file);
    const factor = Math.min(1, JUDGED_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    const [width, height] = [Math.round(picture.width * factor), Math.round(picture.height * factor)];
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext('2d');
    if (!pen) return undefined;
    pen.drawImage(picture, 0, 0, width, height);
    const { data } = pen.getImageData(0, 0, width, height);
    const grey = new Uint8Array(width * height);
    for (let at = 0; at < grey.length; at += 1) grey[at] = ((data[at * 4] ?? 0) * 54 + (data[at * 4 + 1] ?? 0) * 183 + (data[at * 4 + 2] ?? 0) * 19) >> 8;
    return judgePicture(grey, width, height);
  } catch {
    return undefined;
  }
}
