import { createServer } from 'node:net';
import { join } from 'node:path';
import { type PostmasterFile } from './postmaster-file.ts';

/** Where the bundled database listens: a socket that only its user can open, or a port of the loopback address. */
export type PostgresAddress = { readonly kind: 'socket'; readonly folder: string } | { readonly kind: 'loopback'; readonly port: number };

/** A connection of the `pg` driver to the bundled database. */
export interface PostgresConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

const LOOPBACK = '127.0.0.1';
/** The port is only part of the socket's file name: its folder is ours alone. */
const SOCKET_PORT = 5432;
/** Systems allow 103 to 107 bytes for the path of a socket. */
const LONGEST_SOCKET_PATH = 100;

/** A socket when its path is short enough for the system, else a free port of the loopback address. */
export async function chooseAddress(socketFolder: string): Promise<PostgresAddress> {
  const path = join(socketFolder, `.s.PGSQL.${SOCKET_PORT}`);
  const fits = process.platform !== 'win32' && Buffer.byteLength(path) <= LONGEST_SOCKET_PATH;
  return fits ? { kind: 'socket', folder: socketFolder } : { kind: 'loopback', port: await findFreePort() };
}

/** Where a running database listens by its own account. */
export function addressOf(file: PostmasterFile): PostgresAddress {
  return file.socketFolder === '' ? { kind: 'loopback', port: file.port } : { kind: 'socket', folder: file.socketFolder };
}

/** The command-line settings that make a database listen there and nowhere else. */
export function listenArguments(address: PostgresAddress): readonly string[] {
  const settings =
    address.kind === 'socket'
      ? { listen_addresses: '', unix_socket_directories: `"${address.folder.replaceAll('"', '""')}"`, port: String(SOCKET_PORT) }
      : { listen_addresses: LOOPBACK, unix_socket_directories: '', port: String(address.port) };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** How the driver connects there. */
export function connectionTo(address: PostgresAddress, login: { readonly user: string; readonly password: string; readonly database: string }): PostgresConnection {
  const place = address.kind === 'socket' ? { host: address.folder, port: SOCKET_PORT } : { host: LOOPBACK, port: address.port };
  return { ...place, ...login };
}

/** A port of the loopback address that is free at this moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, LOOPBACK, () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('the system gave no port'));
        else resolve(address.port);
      });
    });
  });
}
