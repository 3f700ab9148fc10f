import { type ComponentExamples } from '../component-example.ts';
import { TextField } from './text-field.tsx';

export const TEXT_FIELD_EXAMPLES: ComponentExamples = {
  component: 'TextField',
  examples: [
    {
      name: 'with hint and words for the script',
      show: (locale) => (
        <TextField
          locale={locale}
          name="mau-dien-thoai"
          label="Số điện thoại"
          hint="Để xã báo khi có kết quả."
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          pattern="0[0-9 .]{9,13}"
          width="medium"
          missing="Nhập số điện thoại của bạn."
          wrong="Số điện thoại có 10 chữ số và bắt đầu bằng số 0, ví dụ 0912 345 678."
        />
      ),
    },
    {
      name: 'with a fault',
      show: (locale) => <TextField locale={locale} name="mau-ho-ten" label="Họ, chữ đệm và tên" value="123" error="Họ tên chỉ gồm chữ cái. Viết như trong giấy khai sinh." />,
    },
    { name: 'optional', show: (locale) => <TextField locale={locale} name="mau-email" label="Thư điện tử" type="email" required={false} /> },
    { name: 'short', show: (locale) => <TextField locale={locale} name="mau-so-ban" label="Số bản" width="short" inputMode="numeric" value="2" /> },
  ],
};
