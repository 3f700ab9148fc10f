export { type FeesAssessed, type FeesDeps } from './api/deps.ts';
export { feeRoutes } from './api/fee-routes.ts';
export { findFeesInWords, receiptFees } from './api/fees-view.ts';
export { documentTariffs } from './api/load-fee-rules.ts';
export { prepareFees, writeFirstFees } from './api/prepare-fees.ts';
export { FEE_PROBLEMS } from './contract/problems.ts';
export { feesAboutDossiers } from './store/about-person.ts';
export { countRates } from './store/fee-rates.ts';
export { countPendingRates, type FeeLineRow, listFeeLines } from './store/fees.ts';
