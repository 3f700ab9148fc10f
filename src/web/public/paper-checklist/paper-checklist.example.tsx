import { type ComponentExamples } from '../component-example.ts';
import { PaperChecklist } from './paper-checklist.tsx';

export const PAPER_CHECKLIST_EXAMPLES: ComponentExamples = {
  component: 'PaperChecklist',
  examples: [
    {
      name: 'with help, condition and picture',
      show: (locale) => (
        <PaperChecklist
          locale={locale}
          remember="mau"
          papers={[
            { id: 'birth-notice', name: 'Giấy chứng sinh', help: 'Bệnh viện cấp. Nộp bản chính, hoặc để trống nếu bệnh viện đã gửi dữ liệu.', picture: { src: '/favicon.svg', alt: 'Mẫu giấy chứng sinh' } },
            { id: 'parent-card', name: 'Căn cước của cha hoặc mẹ', note: 'Chỉ cần đưa cho cán bộ xem, không phải nộp bản sao.' },
            {
              id: 'witness',
              name: 'Văn bản của người làm chứng',
              onlyWhen: 'Chỉ khi không có giấy chứng sinh',
              help: (
                <p>
                  Không có người làm chứng thì viết giấy cam đoan. <a href="/mau-giay-cam-doan">Xem mẫu</a>
                </p>
              ),
            },
            { id: 'plain', name: 'Tờ khai đăng ký khai sinh' },
          ]}
        />
      ),
    },
  ],
};
