import { type ComponentExamples } from '../component-example.ts';
import { MarkedPicture } from './marked-picture.tsx';

export const MARKED_PICTURE_EXAMPLES: ComponentExamples = {
  component: 'MarkedPicture',
  examples: [
    {
      name: 'a box and an arrow with their words',
      show: () => (
        <MarkedPicture
          id="mau-danh-dau"
          src="/favicon.svg"
          alt="Ảnh giấy tờ mẫu"
          marks={[
            { shape: 'box', x: 0.1, y: 0.15, w: 0.4, h: 0.3, words: 'Thiếu dấu' },
            { shape: 'arrow', x: 0.85, y: 0.8, w: -0.3, h: -0.2, words: 'Ngày bị mờ' },
          ]}
        />
      ),
    },
  ],
};
