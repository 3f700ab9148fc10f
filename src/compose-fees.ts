import { type LocalDate } from './kernel/local-time.ts';
import { type FeesDeps, findFeesInWords, findLocalFees, possibleExemptions, prepareFees, receiptFees, writeFirstFees } from './modules/fees/index.ts';
import { type DossiersDeps } from './modules/dossiers/index.ts';
import { getCommune } from './modules/identity/index.ts';
import { listPayablesOf, type PayableDeps, settleFees } from './modules/payments/index.ts';
import { type Catalogue } from './modules/procedures/index.ts';
import { inCommune } from './platform/db/commune-scope.ts';
import { type Database } from './platform/db/database.ts';

/** What the composition root has when it builds the fees. */
export interface FeeFoundations extends Pick<FeesDeps, 'db' | 'newId' | 'calendarOf' | 'onRates'> {
  readonly catalogue: Catalogue;
  readonly payables: PayableDeps;
}

type Pack = ReturnType<Catalogue['inForce']>[number]['pack'];

/** The fee of a pack, as the fees module reads it. */
function publishedFee({ code, name, everyday, fee }: Pack): ReturnType<FeesDeps['publishedFees']>[number] {
  return { procedureCode: code, procedureName: everyday?.name ?? { vi: name, en: null }, known: fee.known, lines: fee.lines };
}

/** Who may pay nothing or less for a procedure, for its page. */
export function exemptionsOf(pack: Pack, day: LocalDate): ReturnType<typeof possibleExemptions> {
  return possibleExemptions(publishedFee(pack), day);
}

/** What the province set for a procedure, for its page; asked in the scope of the commune, since the page is kept for everybody. */
export function localFeesOf(db: Database): (communeCode: string, pack: Pack, day: LocalDate) => ReturnType<typeof findLocalFees> {
  return (communeCode, pack, day) => inCommune(communeCode, () => findLocalFees(db, communeCode, publishedFee(pack), day));
}

/** What is to be paid follows the fee lines, and what was paid comes back. */
function paidFees(payables: PayableDeps): Pick<FeesDeps, 'feesAssessed' | 'paidOf'> {
  return {
    feesAssessed: async (tx, fees) => {
      const settled = await settleFees(payables, tx, fees);
      // The rule of fees has let the sum through.
      if (!settled.ok) throw new Error(`what is to be paid for ${fees.dossierId} was refused: ${settled.problem.code}`);
    },
    paidOf: async (db, communeCode, dossierId) => (await listPayablesOf(db, communeCode, dossierId)).filter(({ purpose }) => purpose === 'fees').reduce((sum, { paid, refunded }) => sum + paid - refunded, 0),
  };
}

/** The fees module with the catalogue, the calendar and the payments. */
export function feesDeps({ catalogue, payables, ...rest }: FeeFoundations): FeesDeps {
  return {
    ...rest,
    ...paidFees(payables),
    publishedFee: (communeCode, procedureCode, day) => {
      const pack = catalogue.find(communeCode, procedureCode, day)?.pack;
      return pack === undefined ? undefined : publishedFee(pack);
    },
    publishedFees: (communeCode, day) => catalogue.inForce(communeCode, day).map(({ pack }) => publishedFee(pack)),
    provinceOf: async (communeCode) => {
      const { provinceCode, provinceName } = await getCommune(rest.db, communeCode);
      return { code: provinceCode, name: provinceName };
    },
  };
}

/** What reception and the citizen's pages need of fees. */
export function dossierFees(deps: FeesDeps, db: Database): DossiersDeps['fees'] {
  return {
    prepare: (query) => prepareFees(deps, query),
    write: (tx, all) => writeFirstFees(deps, tx, all),
    onReceipt: receiptFees,
    inWords: (communeCode, dossierId, locale) => findFeesInWords(db, communeCode, dossierId, locale),
  };
}
