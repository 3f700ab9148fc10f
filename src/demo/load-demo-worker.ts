import { workerData } from 'node:worker_threads';
import { openDatabase } from '../platform/db/database.ts';
import { openFileStore } from '../platform/files/file-store.ts';
import { createLinkSigner } from '../platform/secrets/link-signer.ts';
import { loadDemo } from './load-demo.ts';
import { type DemoWork } from './load-demo-aside.ts';

const { connection, now, secretKey, filesFolder } = workerData as DemoWork;
const links = createLinkSigner(Buffer.from(secretKey));
const owner = openDatabase({ ...connection, max: 2 }, 'owner', () => undefined);
try {
  await loadDemo(owner.db, now, { linkHash: (id) => links.hash(links.token('dossier', id)), files: openFileStore(filesFolder) });
} finally {
  await owner.close();
}
