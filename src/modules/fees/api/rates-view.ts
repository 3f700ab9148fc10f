import { dateAt, type LocalDate } from '../../../kernel/local-time.ts';
import { type FeeUnit } from '../../../kernel/fee-formula.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type RatesResponse } from '../contract/fee-schemas.ts';
import { chargesOf } from '../domain/charges-of.ts';
import { chargeCode, type ChargeKind, type FeeWords, onlineExemptionOn, procedureChargeCode, type PublishedFee, type Tariff } from '../domain/tariff.ts';
import { type Entered, listOnlineExemptions, listRates } from '../store/fee-rates.ts';
import { type FeesDeps } from './deps.ts';
import { wordsIn } from './fees-view.ts';
import { loadFeeRules } from './load-fee-rules.ts';

/** A charge whose amount the commune enters. */
export interface EnteredCharge {
  readonly code: string;
  readonly procedure: PublishedFee | null;
  readonly label: FeeWords;
  readonly kind: ChargeKind;
  readonly unit: FeeUnit;
  readonly basis: string;
  readonly known: boolean;
}

/** Every charge whose amount the province or the office sets: those of tariffs first, then procedures whose record has none, or one that no tariff knows. */
export function enteredCharges(tariffs: readonly Tariff[], procedures: readonly PublishedFee[]): readonly EnteredCharge[] {
  const byCode = new Map(procedures.map((one) => [one.procedureCode, one]));
  const ofTariffs = tariffs.filter(({ formula }) => formula === null).flatMap((tariff): readonly EnteredCharge[] => {
    const { label, kind, unit, basis } = tariff;
    if (!tariff.perProcedure) return [{ code: tariff.code, procedure: null, label, kind, unit, basis, known: true }];
    return (tariff.procedureCodes ?? []).flatMap((code) => {
      const procedure = byCode.get(code);
      return procedure === undefined ? [] : [{ code: chargeCode(tariff, code), procedure, label, kind, unit, basis, known: true }];
    });
  });
  const covered = new Set(tariffs.flatMap(({ procedureCodes }) => procedureCodes ?? []));
  const others = procedures.filter(({ procedureCode, known, lines }) => !covered.has(procedureCode) && (!known || lines.length > 0)).map((procedure): EnteredCharge => {
    const [line] = procedure.lines;
    return { code: procedureChargeCode(procedure.procedureCode), procedure, label: line?.label ?? { vi: 'Phí, lệ phí', en: 'Fee' }, kind: line?.kind ?? 'state-charge', unit: line?.unit ?? 'case', basis: line?.basis ?? '', known: false };
  });
  return [...ofTariffs, ...others];
}

/** The amounts that a commune has entered, and those that it may enter. */
export async function ratesView(deps: FeesDeps, communeCode: string, { locale, now }: { readonly locale: Locale; readonly now: Date }): Promise<RatesResponse> {
  const today = dateAt(now.getTime());
  const [rates, online, province] = await Promise.all([listRates(deps.db, communeCode), listOnlineExemptions(deps.db, communeCode), deps.provinceOf(communeCode)]);
  const { tariffs, provinces } = loadFeeRules();
  const entry = ({ at, by }: Entered, validFrom: LocalDate, basis: string) => ({ basis, validFrom, at: at.toISOString(), by });
  const held = onlineExemptionOn(online, today);
  const suggestion = provinces.find(({ provinceCode }) => provinceCode === province.code);
  return {
    today, province: province.name,
    rates: enteredCharges(tariffs, deps.publishedFees(communeCode, today)).map((charge) => {
      const own = rates.filter(({ code }) => code === charge.code);
      return {
        code: charge.code, procedureCode: charge.procedure?.procedureCode ?? null, procedure: charge.procedure === null ? null : wordsIn(charge.procedure.procedureName, locale), label: own.at(-1)?.label ?? wordsIn(charge.label, locale),
        kind: own.at(-1)?.kind ?? charge.kind, unit: own.at(-1)?.unit ?? charge.unit, basis: charge.basis, known: charge.known, today: amountToday(charge, rates, today, tariffs),
        entries: own.toReversed().map((rate) => ({ amount: rate.amount, ...entry(rate, rate.validFrom, rate.basis) })),
      };
    }),
    online: {
      today: held?.percent == null ? null : { percent: held.percent, kinds: [...held.kinds], basis: held.basis, validFrom: held.validFrom },
      entries: online.toReversed().map((one) => ({ percent: one.percent, kinds: [...one.kinds], ...entry(one, one.validFrom, one.basis) })),
      suggestion: suggestion === undefined ? null : { percent: suggestion.percent, basis: suggestion.basis, validFrom: suggestion.validFrom },
    },
  };
}

/** The price of one unit at the counter today; null where nothing is known. */
function amountToday({ code, procedure }: EnteredCharge, rates: Awaited<ReturnType<typeof listRates>>, day: LocalDate, tariffs: readonly Tariff[]): number | null {
  const published = procedure ?? { procedureCode: '', procedureName: { vi: '', en: null }, known: true, lines: [] };
  const charge = chargesOf(tariffs, rates, { published, channel: 'counter', day }).find((one) => one.code === code || one.tariff === code);
  return charge?.formula?.kind === 'per-unit' ? charge.formula.amount : null;
}
