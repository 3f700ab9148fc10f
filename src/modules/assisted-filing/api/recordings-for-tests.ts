/** An element of Matroska with its body. */
function element(id: readonly number[], body: readonly number[]): readonly number[] {
  return [...id, 0x10 | (body.length >> 24), (body.length >> 16) & 0xff, (body.length >> 8) & 0xff, body.length & 0xff, ...body];
}

/** A recording as Chrome writes it: no length in its head, one block every 60 milliseconds; `video` puts a picture into it. */
export function webmOf(milliseconds: number, { video = false } = {}): Buffer {
  const head = element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], [...Buffer.from('webm')]));
  const info = element([0x15, 0x49, 0xa9, 0x66], element([0x2a, 0xd7, 0xb1], [0x0f, 0x42, 0x40]));
  const tracks = element([0x16, 0x54, 0xae, 0x6b], element([0xae], [...element([0xd7], [1]), ...element([0x83], [video ? 1 : 2]), ...element([0x86], [...Buffer.from('A_OPUS')])]));
  const blocks = Array.from({ length: Math.floor(milliseconds / 60) + 1 }, (_, index) => element([0xa3], [0x81, ((index * 60) >> 8) & 0xff, (index * 60) & 0xff, 0x80, 1, 2, 3])).flat();
  const cluster = [0x1f, 0x43, 0xb6, 0x75, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, ...element([0xe7], [0]), ...blocks];
  return Buffer.from([...head, 0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, ...info, ...tracks, ...cluster]);
}

/** Two pages of Ogg; the last one says how many parts of a second came before it. */
export function oggOf(milliseconds: number): Buffer {
  const page = (position: number) => {
    const head = Buffer.alloc(28);
    head.write('OggS');
    head.writeUInt32LE(position, 6);
    head[26] = 1;
    head[27] = 10;
    return Buffer.concat([head, Buffer.alloc(10, 1)]);
  };
  return Buffer.concat([page(0), page(milliseconds * 48)]);
}

/** A recording of an iPhone; `told` writes its length into the head, else the samples add up to it. */
export function mp4Of(milliseconds: number, { told = true } = {}): Buffer {
  const box = (name: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8);
    head.write(name, 4);
    return Buffer.concat([head, body]);
  };
  const media = Buffer.alloc(24);
  media.writeUInt32BE(1000, 12);
  media.writeUInt32BE(told ? milliseconds : 0, 16);
  const samples = Math.floor(milliseconds / 50);
  const run = Buffer.alloc(8 + samples * 4);
  run.writeUInt32BE(0x100, 0);
  run.writeUInt32BE(samples, 4);
  for (let index = 0; index < samples; index += 1) run.writeUInt32BE(50, 8 + index * 4);
  const parts = told ? [] : [box('moof', box('traf', box('trun', run)))];
  return Buffer.concat([box('ftyp', Buffer.from('M4A \0\0\0\0')), box('moov', box('trak', box('mdia', box('mdhd', media)))), ...parts]);
}
