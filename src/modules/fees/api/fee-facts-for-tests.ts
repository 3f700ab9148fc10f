import { loadFeeRules } from './load-fee-rules.ts';
import { chargesOf } from '../domain/charges-of.ts';
import { type FeeFacts } from '../domain/fee-facts.ts';
import { type FeeChannel, type OnlineExemption, onlineExemptionOn, type PublishedFee, type Rate } from '../domain/tariff.ts';

const DAY = '2026-11-26';

/** A province's amount for birth registration, as an administrator enters it. */
export const BIRTH_RATE: Rate = { code: 'civil-status:1.001193', amount: 5_000, kind: 'state-charge', unit: 'case', label: 'Lệ phí hộ tịch', basis: 'Nghị quyết 1/2026/NQ-HĐND', validFrom: '2026-01-01' };

interface Asked {
  readonly procedureCode: string;
  readonly channel?: FeeChannel;
  readonly day?: string;
  readonly filedOn?: string;
  readonly rates?: readonly Rate[];
  readonly online?: readonly OnlineExemption[];
  readonly published?: Partial<PublishedFee>;
}

/** The facts that fees follow from, by the real rules; nobody works on Saturdays and Sundays. */
export function factsOf({ procedureCode, channel = 'counter', day = DAY, filedOn = day, rates = [], online = [], published = {} }: Asked): FeeFacts {
  const fee: PublishedFee = { procedureCode, procedureName: { vi: 'Thủ tục thử', en: 'Test procedure' }, known: true, lines: [], ...published };
  const { tariffs, exemptions } = loadFeeRules();
  return {
    procedureCode, channel, day, filedOn, exemptions, charges: chargesOf(tariffs, rates, { published: fee, channel, day }), onlineExemption: onlineExemptionOn(online, day),
    isWorkingDay: (date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()),
  };
}
