import { type ComponentExamples } from '../component-example.ts';
import { BottomBar } from './bottom-bar.tsx';

export const BOTTOM_BAR_EXAMPLES: ComponentExamples = {
  component: 'BottomBar',
  examples: [{ name: 'with the main action', show: (locale) => <BottomBar locale={locale} main={{ label: 'Khai ngay tại nhà', href: '/khai' }} /> }],
};
