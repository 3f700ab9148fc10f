import { type ComponentExamples } from '../component-example.ts';
import { SelectField } from './select-field.tsx';

export const SELECT_FIELD_EXAMPLES: ComponentExamples = {
  component: 'SelectField',
  examples: [
    {
      name: 'with an empty choice',
      show: (locale) => (
        <SelectField
          locale={locale}
          name="mau-thon"
          label="Thôn"
          empty="Chọn thôn"
          options={[
            { value: '1', label: 'thôn Đông Hòa' },
            { value: '2', label: 'thôn Phú Lĩnh' },
          ]}
        />
      ),
    },
  ],
};
