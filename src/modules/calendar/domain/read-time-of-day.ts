import { type MinuteOfDay } from '../../../kernel/local-time.ts';

/** 7h30, 7 giờ 30, 07:30, 7.30, 7g30, 7h, 17h00', 730 and 0730. */
const TYPED = /^(\d{1,2})(?:\s*(?:h|g|giờ|gio|:|\.|,)\s*(\d{2})?\s*(?:p|phút|phut|'|’)?|(\d{2}))?$/u;

/** Reads a time of day as people here write it, in minutes since midnight; 24h is the end of the day. Undefined for anything else. */
export function readTimeOfDay(text: string): MinuteOfDay | undefined {
  const match = TYPED.exec(text.trim().toLowerCase().normalize('NFC'));
  if (match === null) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? match[3] ?? '0')];
  return minute > 59 || hour * 60 + minute > 24 * 60 ? undefined : hour * 60 + minute;
}
