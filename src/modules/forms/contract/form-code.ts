export { type CollectedCodes, collectCode, collected } from '../domain/collect-codes.ts';
export { beginsLikeFormCode, looksLikeFormCode } from '../domain/scan-parts.ts';
