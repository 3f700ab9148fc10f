import { type ComponentExamples } from '../component-example.ts';
import { Breadcrumb } from './breadcrumb.tsx';

export const BREADCRUMB_EXAMPLES: ComponentExamples = {
  component: 'Breadcrumb',
  examples: [
    {
      name: 'two pages above',
      show: (locale) => (
        <Breadcrumb
          locale={locale}
          steps={[
            { label: 'Sinh con', href: '/viec/sinh-con' },
            { label: 'Đăng ký khai sinh', href: '/thu-tuc/1.001193' },
          ]}
        />
      ),
    },
  ],
};
