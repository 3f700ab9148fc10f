import { type ComponentExamples } from '../component-example.ts';
import { TextArea } from './text-area.tsx';

export const TEXT_AREA_EXAMPLES: ComponentExamples = {
  component: 'TextArea',
  examples: [{ name: 'optional', show: (locale) => <TextArea locale={locale} name="mau-y-kien" label="Điều bạn muốn nói thêm" required={false} maxLength={1000} hint="Không quá 1.000 chữ cái." /> }],
};
