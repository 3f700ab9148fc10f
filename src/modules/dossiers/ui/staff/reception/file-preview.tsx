import { type ReactElement, useEffect, useRef } from 'react';
import { Glyph } from '../../../../../web/staff/components/glyph/glyph.tsx';

const WIDTH = 80;
const HEIGHT = 100;

/** A small picture of a file that lies on this computer. It is drawn, because the content security policy allows no `blob:` address. */
export function FilePreview({ file }: { readonly file: File | undefined }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isPicture = file?.type.startsWith('image/') ?? false;
  useEffect(() => {
    if (file === undefined || !isPicture) return undefined;
    let left = false;
    const draw = async () => {
      const picture = await createImageBitmap(file, { resizeWidth: WIDTH * 2, resizeQuality: 'medium' }).catch(() => null);
      const context = canvas.current?.getContext('2d');
      if (left || picture === null || context == null) return;
      const scale = Math.max(WIDTH / picture.width, HEIGHT / picture.height);
      context.drawImage(picture, (WIDTH - picture.width * scale) / 2, (HEIGHT - picture.height * scale) / 2, picture.width * scale, picture.height * scale);
      picture.close();
    };
    void draw();
    return () => { left = true; };
  }, [file, isPicture]);
  return isPicture ? <canvas ref={canvas} className="file-preview" width={WIDTH} height={HEIGHT} aria-hidden={true} /> : <span className="file-preview"><Glyph name="paper" /></span>;
}
