import { type ComponentExamples } from '../component-example.ts';
import { TimeState } from './time-state.tsx';

export const TIME_STATE_EXAMPLES: ComponentExamples = {
  component: 'TimeState',
  examples: [
    {
      name: 'all five',
      show: () => (
        <div className="row">
          <TimeState state="in-time">Còn 3 ngày làm việc</TimeState>
          <TimeState state="near">Còn 1 ngày làm việc</TimeState>
          <TimeState state="due-today">Hôm nay, còn 3 giờ 40</TimeState>
          <TimeState state="overdue">Quá hạn 1 ngày</TimeState>
          <TimeState state="paused">Tạm dừng, chờ bạn bổ sung</TimeState>
        </div>
      ),
    },
  ],
};
