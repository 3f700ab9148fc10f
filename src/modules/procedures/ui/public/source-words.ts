import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { type ProcedurePack } from '../../domain/procedure-pack.ts';
import { PROCEDURE_WORDS } from './messages.ts';

/** Where the facts of a pack come from and of what time they are, in one or two sentences. Where exactly they were read stays in the pack. */
export function sourceWords({ source }: Pick<ProcedurePack, 'source'>, locale: Locale): string {
  const t = translator(PROCEDURE_WORDS, locale);
  const number = /Quyết định công bố ([^;]+)/u.exec(source.reference)?.[1]?.trim();
  const origin = /https?:\/\/(?:www\.)?([^/;\s]+)/u.exec(source.reference)?.[1];
  return t('source', {
    decision: number === undefined ? '' : t('source-decision', { number }),
    origin: origin ?? (locale === 'vi' ? 'cơ sở dữ liệu quốc gia về thủ tục hành chính' : 'the national database of administrative procedures'),
    vintage: vintageWords(source.vintage, locale),
    curated: source.curatedOn === null ? t('source-not-curated') : t('source-curated', { date: dayWords(source.curatedOn) }),
  });
}

function dayWords(day: string): string {
  return day.split('-').reverse().join('/');
}

/** “2026-06/07” is June or July of 2026; “pre-2025-07” is before July 2025; a day of publication is more exact than a year. */
function vintageWords(vintage: string, locale: Locale): string {
  const vi = locale === 'vi';
  const published = /\(công khai (\d{4}-\d{2}-\d{2})\)/u.exec(vintage)?.[1];
  if (published !== undefined) return dayWords(published);
  const span = /^(\d{4})-(\d{2})\/(\d{2})/u.exec(vintage);
  if (span !== null) return `${vi ? 'tháng ' : ''}${Number(span[2])}–${Number(span[3])}/${span[1] ?? ''}`;
  const side = /^(pre|post)-(\d{4})-(\d{2})/u.exec(vintage);
  if (side !== null) {
    const word = side[1] === 'pre' ? (vi ? 'trước tháng' : 'before') : (vi ? 'sau tháng' : 'after');
    return `${word} ${Number(side[3])}/${side[2] ?? ''}`;
  }
  const year = /^\d{4}/u.exec(vintage)?.[0];
  if (year !== undefined) return vi ? `năm ${year}` : year;
  return vi ? 'không rõ' : 'an unknown date';
}
