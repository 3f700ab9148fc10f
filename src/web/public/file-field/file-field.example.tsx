import { type ComponentExamples } from '../component-example.ts';
import { FileField } from './file-field.tsx';

export const FILE_FIELD_EXAMPLES: ComponentExamples = {
  component: 'FileField',
  examples: [
    {
      name: 'photograph of a paper',
      show: (locale) => <FileField locale={locale} name="mau-anh" label="Ảnh giấy chứng sinh" hint="Chụp ở chỗ sáng, thấy đủ bốn góc giấy." camera accept="image/*" />,
    },
  ],
};
