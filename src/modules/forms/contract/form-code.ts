export { type CollectedCodes, collectCode, collected } from '../domain/collect-codes.ts';
export { looksLikeFormCode } from '../domain/scan-parts.ts';
