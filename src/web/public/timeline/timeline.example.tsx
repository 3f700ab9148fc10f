import { type ComponentExamples } from '../component-example.ts';
import { Timeline } from './timeline.tsx';

export const TIMELINE_EXAMPLES: ComponentExamples = {
  component: 'Timeline',
  examples: [
    {
      name: 'under way',
      show: (locale) => (
        <Timeline
          locale={locale}
          steps={[
            { title: 'Bạn khai tại nhà', when: 'thứ Năm, 19/11/2026, 20 giờ 41', state: 'done' },
            { title: 'Quầy 2 đã nhận hồ sơ', when: 'thứ Sáu, 20/11/2026, 8 giờ 12', detail: <p>Đủ giấy tờ, không phải nộp thêm.</p>, state: 'done' },
            { title: 'Thẩm định', when: 'từ 8 giờ 20', detail: <p>Công chức Tư pháp – Hộ tịch đang giữ.</p>, state: 'now' },
            { title: 'Ký và đóng dấu', state: 'next' },
            { title: 'Trả kết quả', when: 'trước 17 giờ hôm nay', state: 'next' },
          ]}
        />
      ),
    },
    {
      name: 'stopped',
      show: (locale) => (
        <Timeline
          locale={locale}
          steps={[
            { title: 'Quầy 2 đã nhận hồ sơ', when: 'thứ Hai, 16/11/2026, 9 giờ', state: 'done' },
            { title: 'Bạn đã rút hồ sơ', when: 'thứ Ba, 17/11/2026, 14 giờ 30', state: 'stopped' },
          ]}
        />
      ),
    },
  ],
};
