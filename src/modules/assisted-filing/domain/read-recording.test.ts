import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mp4Of, oggOf, webmOf } from '../api/recordings-for-tests.ts';
import { LARGEST_RECORDING, readRecording } from './read-recording.ts';

const codeOf = (bytes: Uint8Array): string => {
  const read = readRecording(bytes);
  return read.ok ? `${read.value.mediaType} ${String(read.value.milliseconds)}` : read.problem.code;
};

test('what phones and browsers record is known by its bytes, and how long it is by the times inside', () => {
  assert.equal(codeOf(webmOf(6_000)), 'audio/webm 6000');
  assert.equal(codeOf(oggOf(6_000)), 'audio/ogg 6000');
  assert.equal(codeOf(mp4Of(6_000)), 'audio/mp4 6000');
  assert.equal(codeOf(mp4Of(6_000, { told: false })), 'audio/mp4 6000');
});

test('an empty, a silent, a too short, a too long and a huge recording are refused, each with its own sentence', () => {
  assert.equal(codeOf(new Uint8Array()), 'assisted.recording-empty');
  for (const make of [webmOf, oggOf, mp4Of]) {
    assert.equal(codeOf(make(0)), 'assisted.recording-too-short', make.name);
    assert.equal(codeOf(make(1_900)), 'assisted.recording-too-short', make.name);
  }
  assert.equal(codeOf(oggOf(121_000)), 'assisted.recording-too-long');
  assert.equal(codeOf(Buffer.concat([webmOf(3_000), Buffer.alloc(LARGEST_RECORDING)])), 'assisted.recording-too-large');
});

test('a program, a picture, a film and a text are no recordings, whatever they are called', () => {
  for (const bytes of [Buffer.from('MZ\u0090\0 a program'), Buffer.from('%PDF-1.7'), Buffer.from('\u007fELF'), Buffer.from('<svg onload="alert(1)"/>'), Buffer.from([0xff, 0xd8, 0xff, 0xe0])]) {
    assert.equal(codeOf(bytes), 'assisted.recording-wrong-type');
  }
  assert.equal(codeOf(webmOf(6_000, { video: true })), 'assisted.recording-wrong-type');
});

test('a recording that broke off in the middle is as long as what arrived, and nonsense after the head ends the reading', () => {
  const whole = webmOf(10_000);
  const half = readRecording(whole.subarray(0, Math.floor(whole.length / 2)));
  assert.ok(half.ok && half.value.milliseconds > 3_000 && half.value.milliseconds < 7_000);
  for (let cut = 5; cut < 200; cut += 7) {
    for (const bytes of [webmOf(3_000), oggOf(3_000), mp4Of(3_000), mp4Of(3_000, { told: false })]) assert.doesNotThrow(() => readRecording(bytes.subarray(0, cut)));
  }
});
