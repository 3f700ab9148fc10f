import { MS_PER_MINUTE } from '../../../kernel/local-time.ts';
import { inCommune } from '../../../platform/db/commune-scope.ts';
import { type OnlineDeps } from './deps.ts';
import { expireOnline, hearGateway } from './online-payments.ts';
import { listSilent, type OnlinePaymentRow, updateOnlinePayment } from '../store/online.ts';

/** So long nobody is asked: call-backs usually come within seconds. */
const SILENCE_MINUTES = 3;
/** So long after its time was over a try is still asked about before it counts as expired. */
const GRACE_MINUTES = 30;
const AT_ONCE = 50;

/**
 * Asks the gateways what became of tries of which they have told nothing. What they know is heard like a call-back; a try that is over and of which nothing is
 * known expires, and money that comes for it later is recorded all the same. Answers how many were asked about.
 */
export async function askGateways(deps: OnlineDeps, now: Date, signal: AbortSignal): Promise<number> {
  const silent = await listSilent(deps.db, new Date(now.getTime() - SILENCE_MINUTES * MS_PER_MINUTE), AT_ONCE);
  for (const online of silent) {
    if (signal.aborted) break;
    await inCommune(online.commune_code, () => askAbout(deps, online, now));
  }
  return silent.length;
}

async function askAbout(deps: OnlineDeps, online: OnlinePaymentRow, now: Date): Promise<void> {
  const gateway = deps.gatewayByKey(online.gateway);
  const fields = await gateway?.ask(online.commune_code, online.order_number, online.started_at);
  const heard = gateway === undefined || fields === undefined ? undefined : await hearGateway(deps, gateway, fields, { way: 'query', now, address: 'query' });
  if (heard?.verdict === 'recorded' || heard?.verdict === 'failed') return;
  if (online.ends_at.getTime() + GRACE_MINUTES * MS_PER_MINUTE < now.getTime()) await expireOnline(deps, online, now);
  else await deps.db.transaction().execute((tx) => updateOnlinePayment(tx, online, { asked_at: now }));
}
