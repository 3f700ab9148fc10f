export { type BankStatementDeps } from './api/deps.ts';
export { takeStatementOver } from './api/import-statement.ts';
export { bankStatementRoutes } from './api/statement-routes.ts';
export { BANK_STATEMENT_PROBLEMS } from './contract/problems.ts';
