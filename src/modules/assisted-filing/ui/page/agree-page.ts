import { PAD } from '../../domain/read-strokes.ts';

/** So long may somebody speak, in seconds; the sentence takes ten. */
const LONGEST = 60;

/** The field for a signature: pen, finger or mouse; lines go to the server as whole numbers. */
function takeSignature(box: HTMLElement): void {
  const canvas = box.querySelector('canvas');
  const ink = canvas?.getContext('2d');
  const entry = box.querySelector<HTMLInputElement>('input[name=chuKy]');
  if (canvas === null || ink === undefined || ink === null || entry === null) return;
  const strokes: number[][] = [];
  let stroke: number[] | undefined;
  const bound = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));
  const keep = (): void => { entry.value = strokes.length === 0 ? '' : JSON.stringify(strokes); };
  const clear = (): void => {
    strokes.length = 0;
    ink.clearRect(0, 0, PAD.width, PAD.height);
    keep();
  };
  const placeOf = (event: PointerEvent): readonly [number, number] => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return [bound(((event.clientX - left) / width) * PAD.width, PAD.width), bound(((event.clientY - top) / height) * PAD.height, PAD.height)];
  };
  ink.lineWidth = 3.5;
  ink.lineCap = 'round';
  ink.lineJoin = 'round';
  ink.strokeStyle = '#1a2a6c';
  canvas.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    stroke = [...placeOf(event)];
    strokes.push(stroke);
    keep();
  });
  canvas.addEventListener('pointermove', (event) => {
    if (stroke === undefined) return;
    const [x, y] = placeOf(event);
    const [lastX = x, lastY = y] = stroke.slice(-2);
    if (x === lastX && y === lastY) return;
    ink.beginPath();
    ink.moveTo(lastX, lastY);
    ink.lineTo(x, y);
    ink.stroke();
    stroke.push(x, y);
    keep();
  });
  for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, () => { stroke = undefined; });
  box.querySelector('[data-again]')?.addEventListener('click', clear);
  // A page that the browser kept comes back without its ink.
  clear();
  box.hidden = false;
  document.querySelector('[data-no-pad]')?.remove();
}

/** The spoken sentence: recorded, heard again, and put into the same field as a file from elsewhere. */
function takeRecording(section: HTMLElement): void {
  const button = section.querySelector<HTMLButtonElement>('[data-start]');
  const status = section.querySelector<HTMLElement>('[data-recording]');
  const audio = section.querySelector('audio');
  const file = section.querySelector<HTMLInputElement>('input[type=file]');
  const devices = (navigator as Partial<Navigator>).mediaDevices;
  if (button === null || status === null || audio === null || file === null || devices === undefined || typeof MediaRecorder === 'undefined') return;
  const start = button.textContent;
  const say = (words: string | undefined, seconds = 0): void => { status.textContent = (words ?? '').replace('{seconds}', String(seconds)); };
  let recorder: MediaRecorder | undefined;
  const record = async (): Promise<void> => {
    let sound: MediaStream;
    try {
      sound = await devices.getUserMedia({ audio: true });
    } catch (error) {
      const refused = error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'SecurityError');
      say(refused ? section.dataset['refused'] : section.dataset['none']);
      return;
    }
    const parts: Blob[] = [];
    const own = new MediaRecorder(sound);
    recorder = own;
    const begun = Date.now();
    const seconds = (): number => Math.round((Date.now() - begun) / 1000);
    const clock = setInterval(() => {
      say(section.dataset['running'], seconds());
      if (seconds() >= LONGEST) own.stop();
    }, 500);
    own.addEventListener('dataavailable', (event) => { parts.push(event.data); });
    own.addEventListener('stop', () => {
      clearInterval(clock);
      recorder = undefined;
      for (const track of sound.getTracks()) track.stop();
      button.textContent = start;
      const spoken = new File(parts, 'ghi-am', { type: own.mimeType });
      const list = new DataTransfer();
      list.items.add(spoken);
      file.files = list.files;
      audio.src = URL.createObjectURL(spoken);
      audio.hidden = false;
      say(section.dataset['done'], seconds());
    });
    button.textContent = button.dataset['stop'] ?? '';
    say(section.dataset['running']);
    own.start();
  };
  button.addEventListener('click', () => {
    if (recorder === undefined) void record();
    else recorder.stop();
  });
  const row = section.querySelector<HTMLElement>('[data-recorder]');
  if (row !== null) row.hidden = false;
}

const pad = document.querySelector<HTMLElement>('[data-pad]');
if (pad !== null) takeSignature(pad);
const section = document.querySelector<HTMLElement>('[data-record]');
if (section !== null) takeRecording(section);
