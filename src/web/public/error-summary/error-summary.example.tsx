import { type ComponentExamples } from '../component-example.ts';
import { ErrorSummary } from './error-summary.tsx';

export const ERROR_SUMMARY_EXAMPLES: ComponentExamples = {
  component: 'ErrorSummary',
  examples: [
    {
      name: 'two faults that lead to their fields',
      show: (locale) => (
        <ErrorSummary
          locale={locale}
          faults={[
            { field: 'mau-ho-ten', code: 'field.pattern', message: 'Họ tên chỉ gồm chữ cái. Viết như trong giấy khai sinh.' },
            { field: 'mau-ngay-cuoi', code: 'date.not-a-date', message: 'Tháng 2 không có ngày 31.' },
          ]}
        />
      ),
    },
  ],
};
