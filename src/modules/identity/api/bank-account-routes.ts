import { readFileSync } from 'node:fs';
import { onlyRoles } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import { type Bank } from '../../../kernel/vietqr.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Database } from '../../../platform/db/database.ts';
import { defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { BankAccountBody, BankAccountView } from '../contract/bank-account.ts';
import { checkBankAccount } from '../domain/bank-account.ts';
import { findBankAccount, saveBankAccount } from '../store/bank-account.ts';

let loaded: readonly Bank[] | undefined;

/** The banks of `data/banks.json` that take transfers by code, read once. */
function banks(): readonly Bank[] {
  loaded ??= (JSON.parse(readFileSync(new URL('../../../../data/banks.json', import.meta.url), 'utf8')) as { readonly banks: readonly Bank[] }).banks;
  return loaded;
}

async function viewOf(db: Database, communeCode: string): Promise<BankAccountView> {
  return {
    account: (await findBankAccount(db, communeCode)) ?? null,
    banks: banks().flatMap(({ bin, shortName, name }) => (bin === null ? [] : [{ bin, name: `${shortName} - ${name}` }])),
  };
}

/** Into which account citizens pay by transfer: one setting of the commune, kept by its administrator. */
export function bankAccountRoutes({ db }: { readonly db: Database }): readonly Route[] {
  const administrator = onlyRoles('administrator');
  return [
    defineRoute({
      method: 'GET', url: '/api/bank-account', policy: administrator, summary: 'Tài khoản nhận tiền của xã / The account into which citizens pay', tag: 'identity', kind: 'api', schema: { response: BankAccountView },
      handle: async ({ context: { actor } }) => {
        if (actor.kind !== 'staff') throw new Error('a staff route was reached without staff');
        return json(await viewOf(db, actor.communeCode));
      },
    }),
    defineRoute({
      method: 'PUT', url: '/api/bank-account', policy: administrator, summary: 'Đặt tài khoản nhận tiền / Set the account', tag: 'identity', kind: 'api', schema: { body: BankAccountBody, response: BankAccountView },
      handle: async ({ body, context: { actor, now, address } }) => {
        if (actor.kind !== 'staff') throw new Error('a staff route was reached without staff');
        const { communeCode, staffId } = actor;
        const saved = await runCommand(db, { communeCode, commandId: body.commandId, kind: 'set-bank-account', actor, request: body, now, address }, async (tx) => {
          const checked = checkBankAccount(body, banks());
          if (!checked.ok) return checked;
          await saveBankAccount(tx, communeCode, checked.value, { at: now, by: staffId });
          return ok({ result: {}, journal: { action: 'commune.bank-account-set', object: `commune:${communeCode}`, facts: { bin: checked.value.bin, number: checked.value.number } } });
        });
        return saved.ok ? json(await viewOf(db, communeCode)) : problemAnswer(saved.problem);
      },
    }),
  ];
}
