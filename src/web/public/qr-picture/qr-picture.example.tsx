import { encodeQR } from 'qr';
import { type ComponentExamples } from '../component-example.ts';
import { QrPicture } from './qr-picture.tsx';

export const QR_PICTURE_EXAMPLES: ComponentExamples = {
  component: 'QrPicture',
  examples: [
    {
      name: 'with the address under it',
      show: () => <QrPicture modules={encodeQR('https://hoaloc.example/h/8F3K2M', 'raw')} alt="Mã QR mở trang theo dõi hồ sơ" caption="hoaloc.example/h/8F3K2M" />,
    },
  ],
};
