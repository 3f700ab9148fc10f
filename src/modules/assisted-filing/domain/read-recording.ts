import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** Largest recording, in bytes: two minutes of what phones record. */
export const LARGEST_RECORDING = 4 * 1024 * 1024;
/** Nobody says the sentence in less, in milliseconds. */
const SHORTEST_RECORDING_MS = 2_000;
const LONGEST_RECORDING_MS = 120_000;

export interface Recording {
  readonly mediaType: 'audio/webm' | 'audio/ogg' | 'audio/mp4';
  readonly milliseconds: number;
}

/**
 * Looks at the bytes of a recording, never at its name: what browsers record is WebM (Chrome, Firefox), Ogg (older Firefox) or MP4 (iPhone). How long it is
 * is read from the times inside. Refuses an empty one, one that is too large, something that is no recording, one that is too short or too long.
 */
export function readRecording(bytes: Uint8Array): Result<Recording> {
  if (bytes.length === 0) return refuse('assisted.recording-empty', {}, 'ghiAm');
  if (bytes.length > LARGEST_RECORDING) return refuse('assisted.recording-too-large', { megabytes: LARGEST_RECORDING / 1024 / 1024 }, 'ghiAm');
  const mediaType = typeOf(bytes);
  if (mediaType === undefined) return refuse('assisted.recording-wrong-type', {}, 'ghiAm');
  const milliseconds = Math.round(mediaType === 'audio/webm' ? lengthOfWebm(bytes) : mediaType === 'audio/ogg' ? lengthOfOgg(bytes) : lengthOfMp4(bytes));
  if (milliseconds < SHORTEST_RECORDING_MS) return refuse('assisted.recording-too-short', { seconds: SHORTEST_RECORDING_MS / 1000 }, 'ghiAm');
  if (milliseconds > LONGEST_RECORDING_MS) return refuse('assisted.recording-too-long', { minutes: LONGEST_RECORDING_MS / 60_000 }, 'ghiAm');
  return ok({ mediaType, milliseconds });
}

function typeOf(bytes: Uint8Array): Recording['mediaType'] | undefined {
  if (startsWith(bytes, 0, [0x1a, 0x45, 0xdf, 0xa3])) return hasVideo(bytes) ? undefined : 'audio/webm';
  if (startsWith(bytes, 0, [0x4f, 0x67, 0x67, 0x53])) return 'audio/ogg';
  if (startsWith(bytes, 4, [0x66, 0x74, 0x79, 0x70])) return 'audio/mp4';
  return undefined;
}

function startsWith(bytes: Uint8Array, at: number, signs: readonly number[]): boolean {
  return signs.every((sign, index) => bytes[at + index] === sign);
}

/** Elements of Matroska that lead to the times: segment, tracks and their entries, cluster, group of blocks. */
const INSIDE = new Set([0x18538067, 0x1654ae6b, 0xae, 0x1f43b675, 0xa0]);
const TIMECODE_SCALE = 0x2ad7b1;
const INFO = 0x1549a966;
const CLUSTER_TIME = 0xe7;
const SIMPLE_BLOCK = 0xa3;
const BLOCK = 0xa1;
const TRACK_TYPE = 0x83;

/** Calls `see` with every element that matters, in order. */
function walkWebm(bytes: Uint8Array, see: (id: number, begin: number, size: number) => void): void {
  let at = 0;
  while (at < bytes.length) {
    const id = vint(bytes, at, false);
    if (id === undefined) return;
    const size = vint(bytes, at + id.length, true);
    if (size === undefined) return;
    const begin = at + id.length + size.length;
    if (INSIDE.has(id.value) || id.value === INFO) {
      at = begin;
      continue;
    }
    if (size.unknown) return;
    see(id.value, begin, Math.min(size.value, bytes.length - begin));
    at = begin + size.value;
  }
}

/** A number of variable length at a place; `unknown` for the size of what is written while it is recorded. */
function vint(bytes: Uint8Array, at: number, isSize: boolean): { readonly value: number; readonly length: number; readonly unknown: boolean } | undefined {
  const first = bytes[at];
  if (first === undefined || first === 0) return undefined;
  const length = Math.clz32(first) - 23;
  if (length > 8 || at + length > bytes.length) return undefined;
  let value = isSize ? first & (0xff >> length) : first;
  let ones = (first & (0xff >> length)) === 0xff >> length;
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[at + index] ?? 0;
    value = value * 256 + byte;
    ones &&= byte === 0xff;
  }
  return { value, length, unknown: isSize && ones };
}

function unsigned(bytes: Uint8Array, begin: number, size: number): number {
  return bytes.subarray(begin, begin + size).reduce((all, byte) => all * 256 + byte, 0);
}

function hasVideo(bytes: Uint8Array): boolean {
  let video = false;
  walkWebm(bytes, (id, begin, size) => {
    if (id === TRACK_TYPE && unsigned(bytes, begin, size) === 1) video = true;
  });
  return video;
}

function lengthOfWebm(bytes: Uint8Array): number {
  let scale = 1_000_000;
  let cluster = 0;
  let first: number | undefined;
  let last = 0;
  walkWebm(bytes, (id, begin, size) => {
    if (id === TIMECODE_SCALE) scale = unsigned(bytes, begin, size);
    if (id === CLUSTER_TIME) cluster = unsigned(bytes, begin, size);
    if (id !== SIMPLE_BLOCK && id !== BLOCK) return;
    const track = vint(bytes, begin, true);
    if (track === undefined || size < track.length + 3) return;
    const offset = unsigned(bytes, begin + track.length, 2);
    const time = cluster + (offset > 0x7fff ? offset - 0x10000 : offset);
    first ??= time;
    last = Math.max(last, time);
  });
  return first === undefined ? 0 : ((last - first) * scale) / 1_000_000;
}

/** Opus counts in 48,000 parts of a second whatever it was recorded with. */
function lengthOfOgg(bytes: Uint8Array): number {
  let last = 0;
  for (let at = 0; at + 27 <= bytes.length;) {
    if (!startsWith(bytes, at, [0x4f, 0x67, 0x67, 0x53])) break;
    const low = new DataView(bytes.buffer, bytes.byteOffset + at + 6, 8).getUint32(0, true);
    const high = new DataView(bytes.buffer, bytes.byteOffset + at + 6, 8).getUint32(4, true);
    if (high !== 0xffffffff) last = Math.max(last, high * 4_294_967_296 + low);
    const segments = bytes[at + 26] ?? 0;
    const body = bytes.subarray(at + 27, at + 27 + segments).reduce((all, byte) => all + byte, 0);
    at += 27 + segments + body;
  }
  return (last / 48_000) * 1000;
}

const MP4_INSIDE = new Set(['moov', 'trak', 'mdia', 'moof', 'traf', 'mvex']);

/** Longest of what the head says and of what the parts add up to: phones write the head before they know. */
function lengthOfMp4(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let scale = 0;
  let told = 0;
  let usual = 0;
  let parts = 0;
  const walk = (from: number, to: number): void => {
    for (let at = from; at + 8 <= to;) {
      const size = view.getUint32(at) === 0 ? to - at : view.getUint32(at);
      if (size < 8 || at + size > to) return;
      const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
      const body = at + 8;
      const room = at + size - body;
      if (MP4_INSIDE.has(name)) walk(body, at + size);
      const wide = bytes[body] === 1;
      if (name === 'mdhd' && room >= (wide ? 36 : 24)) {
        scale = view.getUint32(body + (wide ? 20 : 12));
        told = wide ? view.getUint32(body + 24) * 4_294_967_296 + view.getUint32(body + 28) : view.getUint32(body + 16);
      }
      if (name === 'trex' && room >= 24) usual = view.getUint32(body + 12);
      if (name === 'trun' && room >= 8) parts += samplesOf(view, body, room, usual);
      at += size;
    }
  };
  walk(0, bytes.length);
  return scale === 0 ? 0 : (Math.max(told === 0xffffffff ? 0 : told, parts) / scale) * 1000;
}

/** The length of one run of samples, in parts of the scale. */
function samplesOf(view: DataView, body: number, room: number, usual: number): number {
  const flags = view.getUint32(body) & 0xffffff;
  const count = view.getUint32(body + 4);
  const start = 8 + ((flags & 0x1) === 0 ? 0 : 4) + ((flags & 0x4) === 0 ? 0 : 4);
  const each = [0x100, 0x200, 0x400, 0x800].filter((flag) => (flags & flag) !== 0).length * 4;
  if ((flags & 0x100) === 0) return Math.min(count, 100_000) * usual;
  let all = 0;
  for (let index = 0, at = start; index < count && at + each <= room; index += 1, at += each) all += view.getUint32(body + at);
  return all;
}
