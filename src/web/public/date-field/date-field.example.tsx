import { type ComponentExamples } from '../component-example.ts';
import { DateField } from './date-field.tsx';

export const DATE_FIELD_EXAMPLES: ComponentExamples = {
  component: 'DateField',
  examples: [
    { name: 'empty', show: (locale) => <DateField locale={locale} name="mau-ngay-sinh" label="Ngày sinh" hint="Ví dụ: 26 11 1956" birthday missing="Nhập ngày sinh." wrong="Ngày này không có trong lịch." /> },
    {
      name: 'with a fault',
      show: (locale) => <DateField locale={locale} name="mau-ngay-cuoi" label="Ngày đăng ký kết hôn" value={{ day: '31', month: '2', year: '2026' }} error="Tháng 2 không có ngày 31." />,
    },
  ],
};
