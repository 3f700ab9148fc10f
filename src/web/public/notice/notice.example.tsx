import { type ComponentExamples } from '../component-example.ts';
import { Notice } from './notice.tsx';

export const NOTICE_EXAMPLES: ComponentExamples = {
  component: 'Notice',
  examples: [
    { name: 'info', show: () => <Notice kind="info">Nộp trước 15 giờ thì có kết quả trong ngày.</Notice> },
    {
      name: 'good',
      show: () => (
        <Notice kind="good" title="Không cần mang">
          Giấy kết hôn của cha mẹ, sổ hộ khẩu. Xã tự tra cứu.
        </Notice>
      ),
    },
    {
      name: 'warning',
      show: () => (
        <Notice kind="warning" title="Ảnh giấy chứng sinh bị mờ">
          <p>Chụp lại ở chỗ sáng, đặt giấy trên nền tối, rồi gửi lại trước 17 giờ thứ Năm 26/11.</p>
          <p>
            <a href="/ho-so">Gửi lại ảnh</a>
          </p>
        </Notice>
      ),
    },
    {
      name: 'bad',
      show: () => (
        <Notice kind="bad" title="Chưa gửi được" live>
          Mạng bị ngắt khi đang gửi. Những gì bạn điền vẫn còn; bấm “Gửi hồ sơ” lần nữa.
        </Notice>
      ),
    },
  ],
};
