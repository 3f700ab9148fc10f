import { type ComponentExamples } from '../component-example.ts';
import { GateMark } from '../gate-mark/gate-mark.tsx';
import { Icon, ICON_NAMES } from './icon.tsx';

export const ICON_EXAMPLES: ComponentExamples = {
  component: 'Icon, GateMark',
  examples: [
    {
      name: 'all',
      show: () => (
        <div className="row">
          <GateMark />
          {ICON_NAMES.map((name) => (
            <Icon key={name} name={name} label={name} />
          ))}
        </div>
      ),
    },
  ],
};
