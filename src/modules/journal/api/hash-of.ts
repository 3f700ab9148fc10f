import { createHash } from 'node:crypto';
import { type HashOf } from '../domain/check-chain.ts';

/** The hash of the chain, as the database computes it. */
export const hashOf: HashOf = (previousHash, text) => createHash('sha256').update(previousHash, 'hex').update(text, 'utf8').digest('hex');
