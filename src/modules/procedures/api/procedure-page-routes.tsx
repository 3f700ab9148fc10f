import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { defineRoute, redirect, type Route } from '../../../platform/http/route.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { BottomBar } from '../../../web/public/bottom-bar/bottom-bar.tsx';
import { type BreadcrumbStep } from '../../../web/public/breadcrumb/breadcrumb.tsx';
import { PROCEDURE_PATHS } from '../contract/procedure-paths.ts';
import { type Procedure } from '../domain/effective-procedure.ts';
import { type ProcedurePack } from '../domain/procedure-pack.ts';
import { type ScanCounter } from '../store/scan-counter.ts';
import { fieldSlug } from '../ui/field-slug.ts';
import { lifeEventPage } from '../ui/life-events.ts';
import { mostAskedFirst } from '../ui/most-asked-first.ts';
import { nameWords, textIn } from '../ui/procedure-words.ts';
import { PROCEDURE_WORDS } from '../ui/public/messages.ts';
import { PrintPage } from '../ui/public/print-page.tsx';
import { ProcedurePage } from '../ui/public/procedure-page.tsx';
import { type ProceduresDeps } from './deps.ts';
import { answerMissing, answerSame, atHome, type PublicPlace } from './public-pages.tsx';

const tag = 'procedures';
const MOST_RELATED = 4;
const params = Type.Object({ code: Type.String() });

/** The national code at the beginning of what is printed on papers, such as `1.001193.000.00.00.H56`. */
const NATIONAL_CODE = /^\d\.\d{6}(?=\D)/;

/** The page of a procedure, and its print view. */
export function procedurePageRoutes(deps: ProceduresDeps, scans: ScanCounter): readonly Route[] {
  const { catalogue } = deps;
  const find = (place: PublicPlace, code: string): Procedure | undefined => catalogue.find(place.home.code, code, place.day);

  /** The code that the visitor means when it is not exactly one of ours. */
  function meant(place: PublicPlace, code: string): string | undefined {
    const short = NATIONAL_CODE.exec(code)?.[0];
    return short !== undefined && find(place, short) !== undefined ? short : undefined;
  }

  return [
    defineRoute({
      method: 'GET', url: '/t/:code', policy: anyoneOrKiosk, summary: 'Một thủ tục: giấy tờ, thời hạn, lệ phí, cách nộp', tag, kind: 'page',
      // `q=1` stands in the QR code of posters.
      schema: { params, query: Type.Object({ q: Type.Optional(Type.Unknown()) }) },
      handle: (input) => atHome(deps, input, (place) => {
        const { code } = input.params;
        const scanned = input.query.q === '1';
        const procedure = find(place, code);
        if (procedure === undefined) {
          const short = meant(place, code);
          return short === undefined ? answerMissing(input, place) : redirect(`${PROCEDURE_PATHS.procedure(short)}${scanned ? '?q=1' : ''}`);
        }
        if (scanned && input.request.method === 'GET') scans.count(place.home.code, code, place.day);
        const { locale } = input.context;
        const kiosk = input.context.display.kiosk === true;
        const path = PROCEDURE_PATHS.procedure(code);
        return answerSame(deps, input, place, path, async () => ({
          title: nameWords(procedure.pack, locale),
          description: descriptionOf(procedure.pack, locale),
          path,
          breadcrumb: wayUp(procedure.pack, locale),
          bottomBar: <BottomBar locale={locale} main={{ label: PROCEDURE_WORDS[locale][kiosk ? 'declare-here' : 'declare'], href: PROCEDURE_PATHS.declare(code) }} />,
          body: <ProcedurePage locale={locale} office={place.office} procedure={procedure} exemptions={deps.exemptionsOf?.(procedure.pack, place.day)} localFees={await deps.localFeesOf?.(place.home.code, procedure.pack, place.day)} related={related(catalogue.inForce(place.home.code, place.day), procedure.pack)} kiosk={kiosk} />,
        }));
      }),
    }),
    defineRoute({
      method: 'GET', url: '/t/:code/in', policy: anyoneOrKiosk, summary: 'Tờ hướng dẫn có mã QR của một thủ tục, để in', tag, kind: 'page',
      schema: { params },
      handle: (input) => atHome(deps, input, (place) => {
        const { code } = input.params;
        const procedure = find(place, code);
        if (procedure === undefined) {
          const short = meant(place, code);
          return short === undefined ? answerMissing(input, place) : redirect(PROCEDURE_PATHS.print(short));
        }
        const { locale } = input.context;
        const path = PROCEDURE_PATHS.print(code);
        return answerSame(deps, input, place, path, () => ({
          title: `${PROCEDURE_WORDS[locale]['print-title']}: ${nameWords(procedure.pack, locale)}`,
          path,
          indexed: false,
          breadcrumb: [{ label: nameWords(procedure.pack, locale), href: PROCEDURE_PATHS.procedure(code) }],
          body: <PrintPage locale={locale} pack={procedure.pack} />,
        }));
      }),
    }),
    defineRoute({
      method: 'GET', url: '/thu-tuc/:code', policy: anyoneOrKiosk, summary: 'Dạng dài của địa chỉ một thủ tục', tag, kind: 'page',
      schema: { params },
      handle: ({ params: { code } }) => redirect(PROCEDURE_PATHS.procedure(code)),
    }),
  ];
}

function wayUp(pack: ProcedurePack, locale: Locale): readonly BreadcrumbStep[] {
  if (pack.everyday !== null && pack.everyday.lifeEvent !== 'other') {
    const event = lifeEventPage(pack.everyday.lifeEvent);
    return [{ label: event.label[locale], href: PROCEDURE_PATHS.lifeEvent(event.slug) }];
  }
  return [
    { label: PROCEDURE_WORDS[locale]['all-procedures'], href: `${PROCEDURE_PATHS.search}#linh-vuc` },
    { label: pack.field, href: PROCEDURE_PATHS.field(fieldSlug(pack.field)) },
  ];
}

function descriptionOf(pack: ProcedurePack, locale: Locale): string {
  return pack.everyday === null ? `${nameWords(pack, locale)}. ${pack.field}.` : textIn(pack.everyday.summary, locale);
}

function related(all: readonly Procedure[], pack: ProcedurePack): readonly Procedure[] {
  const event = pack.everyday?.lifeEvent;
  if (event === undefined || event === 'other') return [];
  return mostAskedFirst(all.filter((one) => one.pack.everyday?.lifeEvent === event && one.pack.code !== pack.code)).slice(0, MOST_RELATED);
}
