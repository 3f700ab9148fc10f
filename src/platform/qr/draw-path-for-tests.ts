/** A picture in grey: 0 is black, 255 white; row by row. */
interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/**
 * Fills path data of the commands M, m, h, v and z, as `qrPath` writes it, on white by the even-odd rule, `scale` pixels per unit. It
 * is what a printer or a screen does with the code, so that a test reads what is drawn and not what was meant.
 */
export function drawPath(path: string, side: number, scale: number): GreyPicture {
  const size = side * scale;
  const crossings = new Uint8Array(side * (side + 1));
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const down = (to: number) => {
    for (let row = Math.min(y, to); row < Math.max(y, to); row += 1) {
      const at = row * (side + 1) + x;
      crossings[at] = (crossings[at] ?? 0) + 1;
    }
    y = to;
  };
  for (const [, command, first = '0', second = '0'] of path.matchAll(/([Mmhvz])(-?\d+)?(?: (-?\d+))?/g)) {
    const [a, b] = [Number(first), Number(second)];
    if (command === 'M' || command === 'm') {
      [x, y] = command === 'M' ? [a, b] : [x + a, y + b];
      [startX, startY] = [x, y];
    } else if (command === 'h') x += a;
    else if (command === 'v') down(y + a);
    else {
      down(startY);
      x = startX;
    }
  }
  const pixels = new Uint8Array(size * size).fill(255);
  for (let row = 0; row < side; row += 1) {
    let inside = false;
    for (let column = 0; column < side; column += 1) {
      if ((crossings[row * (side + 1) + column] ?? 0) % 2 === 1) inside = !inside;
      if (!inside) continue;
      for (let line = row * scale; line < (row + 1) * scale; line += 1) {
        pixels.fill(0, line * size + column * scale, line * size + (column + 1) * scale);
      }
    }
  }
  return { width: size, height: size, pixels };
}

/** The same picture as a decoder takes it: red, green and blue. */
export function asRgb({ width, height, pixels }: GreyPicture): { readonly width: number; readonly height: number; readonly data: Uint8Array } {
  const data = new Uint8Array(pixels.length * 3);
  for (const [index, value] of pixels.entries()) data.fill(value, index * 3, index * 3 + 3);
  return { width, height, data };
}
