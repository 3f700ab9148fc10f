import { type ComponentExamples } from '../component-example.ts';
import { TraceList } from './trace-list.tsx';

export const TRACE_LIST_EXAMPLES: ComponentExamples = {
  component: 'TraceList',
  examples: [
    {
      name: 'folded',
      show: () => (
        <TraceList
          summary="Vì sao là ngày này?"
          lines={[
            { when: '15 giờ 20, thứ Năm 19/11', text: 'Nhận hồ sơ sau 15 giờ: tính từ đầu giờ làm việc hôm sau.' },
            { when: '7 giờ, thứ Sáu 20/11', text: 'Bắt đầu tính 3 ngày làm việc.' },
            { when: 'thứ Bảy 21/11, Chủ nhật 22/11', text: 'Ngày nghỉ, không tính.' },
          ]}
        />
      ),
    },
    { name: 'open', show: () => <TraceList open summary="Ai đã xem hồ sơ của tôi?" lines={[{ text: 'Chưa có ai ngoài người đang giải quyết.' }]} /> },
  ],
};
