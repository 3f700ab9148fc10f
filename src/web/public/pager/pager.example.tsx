import { type ComponentExamples } from '../component-example.ts';
import { Pager } from './pager.tsx';

export const PAGER_EXAMPLES: ComponentExamples = {
  component: 'Pager',
  examples: [{ name: 'in the middle', show: (locale) => <Pager locale={locale} previous="/thu-tuc?truoc=1" next="/thu-tuc?sau=2" /> }],
};
