// What is looked up while somebody types: procedures by everyday words, today's place of a former address; and the two indexes behind them.
import { readFileSync } from 'node:fs';
import { createPlaceIndex } from '../src/modules/places/domain/place-index.ts';
import { resolveAddress } from '../src/modules/places/domain/resolve-address.ts';
import { readPlaceData } from '../src/modules/places/load-places.ts';
import { startProgram } from '../test/start-program.ts';
import { summarise, words } from './statistics.ts';

const ADDRESSES = [
  'Số 5, thôn 2, xã Hoa Lộc, huyện Hậu Lộc, tỉnh Thanh Hóa',
  'phuong 2 quan 3 tphcm',
  'xa hoa lcc, huyen hau loc, thanh hao',
  'xax Hoa Loocj, huyeenj Haauj Loocj, Thanh Hoas',
  'xã Tân Lập',
  'không có nơi nào tên như thế này cả',
];
const SAID = ['làm giấy khai sinh cho con', 'giay ket hon', 'chung thuc ban sao', 'xac nhan doc than', 'mo ho kinh doanh', 'tro cap nguoi gia'];

function measured(runs: number, run: () => void): readonly number[] {
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
}

console.log(`place index of ${String(readFileSync(new URL('../data/admin-units-mapping-old-new.json', import.meta.url)).length)} bytes: ${words(summarise(measured(7, () => { createPlaceIndex(readPlaceData()); })), 'ms')}`);
const index = createPlaceIndex(readPlaceData());
for (const address of ADDRESSES) console.log(`“${address}”: ${words(summarise(measured(50, () => { resolveAddress(address, index); })), 'ms')}`);

const program = await startProgram({ log: 'silent' });
try {
  const times: number[] = [];
  const health: number[] = [];
  for (let round = 0; round < 60; round += 1) {
    for (const said of SAID) {
      const start = performance.now();
      const page = await fetch(`${program.url}/tim?q=${encodeURIComponent(`${said} ${String(round)}`)}`);
      await page.text();
      times.push(performance.now() - start);
      const before = performance.now();
      await (await fetch(`${program.url}/robots.txt`)).text();
      health.push(performance.now() - before);
    }
  }
  console.log(`search page, whole answer, never the same words twice: ${words(summarise(times), 'ms')} (wanted: at most 20 ms on the server)`);
  console.log(`robots.txt in the same run: ${words(summarise(health), 'ms')}`);
} finally {
  await program.stop();
}
