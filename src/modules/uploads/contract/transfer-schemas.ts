import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
const Token = Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' });

export const BundleParams = Type.Object({ token: Token }, closed);
export const TransferParams = Type.Object({ token: Token, id: Uuid }, closed);

/** POST /api/paper-bundles/:token/transfers: a file is announced. The same content for the same paper goes on where it was. */
export const StartTransferRequest = Type.Object(
  {
    /** UUID made by the browser; repeating it changes nothing. */
    transferId: Uuid,
    slotId: Type.String({ minLength: 1, maxLength: 80 }),
    fileName: Type.String({ minLength: 1, maxLength: 400 }),
    /** Size in bytes, as it is sent. */
    byteCount: Type.Integer({ minimum: 0 }),
    /** sha256 of the bytes as they are sent, in hex. */
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  },
  closed,
);
export type StartTransferRequest = Static<typeof StartTransferRequest>;

/** PUT /api/paper-bundles/:token/transfers/:id?at=: a piece of the file that begins at this byte. */
export const ChunkQuery = Type.Object({ at: Type.String({ pattern: '^[0-9]{1,9}$' }) }, closed);

/** POST …/finish?keep=1: somebody was told that the picture looks blank or blurred, looked at it and keeps it. */
export const FinishQuery = Type.Object({ keep: Type.Optional(Type.Literal('1')) }, closed);

/** How much of a file the server has on its disk. */
export const TransferResponse = Type.Object({
  transferId: Type.String(),
  byteCount: Type.Integer(),
  /** Bytes from the beginning; the next piece begins here. */
  received: Type.Integer(),
  /** `kept`: whole, checked, and part of the paper. */
  state: Type.Union([Type.Literal('arriving'), Type.Literal('kept')]),
});
export type TransferResponse = Static<typeof TransferResponse>;
