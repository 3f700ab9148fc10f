import { type ComponentExamples } from '../component-example.ts';
import { FactStrip } from './fact-strip.tsx';

export const FACT_STRIP_EXAMPLES: ComponentExamples = {
  component: 'FactStrip',
  examples: [
    {
      name: 'four facts',
      show: () => (
        <FactStrip
          facts={[
            { label: 'Khi nào có', value: 'Trong ngày (sau 15 giờ: hôm sau)' },
            { label: 'Lệ phí', value: '0 đ khi đúng hạn' },
            { label: 'Hạn của bạn', value: '60 ngày từ ngày sinh' },
            { label: 'Nộp ở đâu', value: 'Tại nhà hoặc quầy 2' },
          ]}
        />
      ),
    },
  ],
};
