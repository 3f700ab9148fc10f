import { type ComponentExamples } from '../component-example.ts';
import { ButtonLink } from './button-link.tsx';
import { Button } from './button.tsx';

export const BUTTON_EXAMPLES: ComponentExamples = {
  component: 'Button, ButtonLink',
  examples: [
    {
      name: 'main and quiet',
      show: () => (
        <div className="row">
          <Button sending="Đang gửi…">Gửi hồ sơ</Button>
          <Button kind="quiet" icon="printer">
            In giấy hẹn
          </Button>
        </div>
      ),
    },
    {
      name: 'links',
      show: () => (
        <div className="row">
          <ButtonLink href="/thu-tuc/1.001193">Khai ngay tại nhà</ButtonLink>
          <ButtonLink href="/thu-tuc/1.001193/mau-don" kind="quiet" icon="download" download>
            Tải mẫu tờ khai đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới
          </ButtonLink>
        </div>
      ),
    },
  ],
};
