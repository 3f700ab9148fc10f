export { REVEAL_PURPOSES, type RevealPurpose } from '../domain/reveal-purpose.ts';
