import { findPlaces, resolveAddress } from '../modules/places/index.ts';
import { type Command } from './command.ts';

/** `xaso place`: today's commune for an address of any time, and the units that bear the name. */
export const placeCommand: Command = {
  name: 'place',
  summary: 'finds today\'s commune for an old or new address: xaso place "xã Hoa Lộc, huyện Hậu Lộc, tỉnh Thanh Hóa"',
  usage: [
    'Cách dùng / Usage:  xaso place "<địa chỉ hoặc tên đơn vị>"',
    'In ra JSON: address (xã, phường, đặc khu hiện nay của địa chỉ) và places (các đơn vị cũ, mới có tên ấy).',
    "Prints JSON: address (today's communes of the address) and places (units of today and of before with that name).",
  ].join('\n'),
  run: (args, io) => {
    const text = args.join(' ').trim();
    if (text === '') {
      io.say(placeCommand.usage);
      return 2;
    }
    io.out(`${JSON.stringify({ address: resolveAddress(text), places: findPlaces(text) }, null, 2)}\n`);
    return 0;
  },
};
