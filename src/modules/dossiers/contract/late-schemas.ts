import { type Static, Type } from 'typebox';
import { closed, IsoDate, NeededWords, Uuid, Version } from './parts.ts';

/** POST /api/dossiers/:id/urge and /urge/answer: a note, or what is said to it. */
export const UrgeRequest = Type.Object({ commandId: Uuid, expectedVersion: Version, words: NeededWords(1000) }, closed);
export type UrgeRequest = Static<typeof UrgeRequest>;

/** POST /api/dossiers/:id/extension and /extension/propose: why it takes longer, and the new day. */
export const ExtensionRequest = Type.Object({ commandId: Uuid, expectedVersion: Version, reason: NeededWords(1000), newDueOn: IsoDate }, closed);
export type ExtensionRequest = Static<typeof ExtensionRequest>;
