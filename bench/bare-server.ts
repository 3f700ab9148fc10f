// The baseline of bench/procedure-page.ts: node:http and nothing else, sending the bytes that it is given.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const [portText = '0', file = ''] = process.argv.slice(2);
const { headers, body } = JSON.parse(await readFile(file, 'utf8')) as { headers: Record<string, string>; body: string };
const bytes = Buffer.from(body, 'base64');
createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(bytes);
}).listen(Number(portText), '127.0.0.1');
