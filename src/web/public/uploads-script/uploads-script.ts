import { createHash } from 'node:crypto';
import { UPLOADS_SCRIPT } from './uploads-script.generated.ts';

export { UPLOADS_SCRIPT };

/** The file's name carries a hash of its content: browsers keep it for a year. */
export const UPLOADS_SCRIPT_NAME = `gui-${createHash('sha256').update(UPLOADS_SCRIPT).digest('hex').slice(0, 12)}.js`;
/** Where the script lies that sends papers in pieces; only the pages for papers load it. */
export const UPLOADS_SCRIPT_PATH = `/giay-to/tai-len/${UPLOADS_SCRIPT_NAME}`;
