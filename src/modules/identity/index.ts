export { endSessionsOf, findTypedAccount, ownSessionId, readAccess, removeFactorOf, renewAccount, takeRecoveryGuess } from './api/account-care.ts';
export { type GuessOutcome, guessSecret } from './api/guess-secret.ts';
export { continueSignIn, type SignInOutcome } from './api/continue-sign-in.ts';
export { refuseStale } from './api/own-factors.ts';
export { attemptCookie, openedCookies } from './api/session-cookie.ts';
export { type StaffSignOn } from './api/staff-sign-on.ts';
export { deleteSessionsOfIdentity, type ProviderIdentity } from './store/sessions.ts';
export { staffFigures } from './api/staff-figures.ts';
export { checkAccounts } from './api/check-accounts.ts';
export { clearSecondFactors } from './api/clear-second-factors.ts';
export { createIdentify, type Identify } from './api/identify.ts';
export { identityRoutes, type IdentityDeps } from './api/identity-routes.ts';
export { checkPositions, type ListedChange, type ListedNewcomer, lockStaffOf, namesTakenElsewhere, readStaffBasis, type StaffBasis, writeStaffList } from './api/staff-list.ts';
export { type StaffDeps } from './api/add-staff.ts';
export { settleUnits } from './api/settle-units.ts';
export { unitRoutes } from './api/unit-routes.ts';
export { openSession, refuseAccount, type SignInDeps } from './api/open-session.ts';
export { type PageRenderer } from './api/page-renderer.ts';
export { hashPassword, type HashCost } from './api/password-hash.ts';
export { digestCookie, digestToken, makeSecretToken } from './api/secret-token.ts';
export { createSetUpCode, type SetUpCode } from './api/set-up-code.ts';
export { setUpCommune, type SetUpDeps, type SetUpOrder } from './api/set-up-commune.ts';
export { sayProblem } from './api/say-problem.ts';
export { IDENTITY_PROBLEMS } from './contract/problems.ts';
export { givenPasswordsUntil } from './api/given-passwords.ts';
export { browserWords } from './domain/browser-kind.ts';
export { type CheckedSetUp, checkSetUp, type SetUpEntries } from './domain/check-set-up.ts';
export { type Commune, type CommuneChoice, type Unit, type Village, type VillageKind } from './domain/commune.ts';
export { checkPassword } from './domain/password-rules.ts';
export { holdsPower } from './domain/second-factor-state.ts';
export { defaultOffice, readCommuneChoice } from './domain/default-office.ts';
export { type CommuneKind, defaultUnits, type UnitKind } from './domain/default-units.ts';
export { pathAfterSignIn } from './domain/path-after-sign-in.ts';
export { PASSWORD_RULE_WORDS } from './domain/password-rule-words.ts';
export { groupCode, PLAIN_SIGNS, plainCode, readPlainCode } from './domain/plain-code.ts';
export { signedIn } from './domain/signed-in.ts';
export { purgeOldIdentity } from './jobs/purge-identity.ts';
export { IDENTITY_SETTINGS } from './settings.ts';
export { findBankAccount, saveBankAccount } from './store/bank-account.ts';
export {
  claimHomeCommune,
  getCommune,
  insertCommune,
  insertUnits,
  insertVillages,
  listCommunes,
  listUnits,
  listVillages,
  type Provenance,
} from './store/commune.ts';
export { saveSecondFactorRule } from './store/second-factor-rule.ts';
export { insertStaffLeave } from './store/staff-leave.ts';
export { writeUnitChange } from './store/unit-changes.ts';
export { createHomeCommune, type HomeCommune } from './store/home-commune.ts';
export { closeCommune, countAdministrators, listWorkingCommunes, lockCommune, reopenCommune } from './store/merged-commune.ts';
export { type CommuneAdministrator, findStaffMember, listAdministrators, listEveryAdministrator, listStaffActors, listStaffMembers, lockStaff } from './store/staff-administration.ts';
export { findAccountById, insertPositions, insertStaff, listStaff, type NewPosition, type NewStaff, type SignInAccount, type StaffFilter, type StaffListing } from './store/staff.ts';
export { findStaffNumber } from './store/staff-contacts.ts';
