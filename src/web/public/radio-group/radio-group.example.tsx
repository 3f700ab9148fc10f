import { type ComponentExamples } from '../component-example.ts';
import { RadioGroup } from './radio-group.tsx';

export const RADIO_GROUP_EXAMPLES: ComponentExamples = {
  component: 'RadioGroup',
  examples: [
    {
      name: 'with hints',
      show: (locale) => (
        <RadioGroup
          locale={locale}
          name="mau-nhan"
          label="Bạn nhận kết quả ở đâu?"
          value="quay"
          options={[
            { value: 'quay', label: 'Tại quầy', hint: 'Mang căn cước và giấy hẹn.' },
            { value: 'buu-chinh', label: 'Bưu chính mang đến nhà', hint: 'Có thu cước bưu chính.' },
          ]}
        />
      ),
    },
    {
      name: 'side by side, with a fault',
      show: (locale) => (
        <RadioGroup
          locale={locale}
          name="mau-chung-sinh"
          label="Bạn có giấy chứng sinh không?"
          inline
          error="Chọn “Có” hoặc “Không”."
          options={[
            { value: 'co', label: 'Có' },
            { value: 'khong', label: 'Không' },
          ]}
        />
      ),
    },
  ],
};
