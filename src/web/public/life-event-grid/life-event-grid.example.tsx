import { type ComponentExamples } from '../component-example.ts';
import { PUBLIC_PATHS } from '../public-paths.ts';
import { LIFE_EVENT_DOORS } from './life-event-doors.ts';
import { LifeEventGrid } from './life-event-grid.tsx';

export const LIFE_EVENT_GRID_EXAMPLES: ComponentExamples = {
  component: 'LifeEventGrid',
  examples: [
    {
      name: 'the six doors',
      show: (locale) => <LifeEventGrid events={LIFE_EVENT_DOORS.map((door) => ({ label: door.label[locale], href: PUBLIC_PATHS.lifeEvent(door.slug), icon: door.icon }))} />,
    },
  ],
};
