import { type ComponentExamples } from '../component-example.ts';
import { CheckboxField } from './checkbox-field.tsx';

export const CHECKBOX_FIELD_EXAMPLES: ComponentExamples = {
  component: 'CheckboxField',
  examples: [
    {
      name: 'with hint',
      show: (locale) => <CheckboxField locale={locale} name="mau-dong-y" label="Nhắn tin cho tôi khi có kết quả" hint="Có thể đổi ý bất cứ lúc nào." required={false} />,
    },
    {
      name: 'with a fault',
      show: (locale) => <CheckboxField locale={locale} name="mau-cam-doan" label="Tôi cam đoan những điều khai trên là đúng" error="Đánh dấu vào ô cam đoan trước khi gửi." />,
    },
  ],
};
