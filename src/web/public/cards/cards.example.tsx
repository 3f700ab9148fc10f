import { type ComponentExamples } from '../component-example.ts';
import { CardList } from './card-list.tsx';
import { PageWays } from './page-ways.tsx';

export const CARDS_EXAMPLES: ComponentExamples = {
  component: 'CardList',
  examples: [
    {
      name: 'with the way between pages',
      show: () => (
        <>
          <PageWays
            label="Các trang của tôi"
            ways={[
              { href: '/cua-toi', label: 'Hồ sơ', current: true },
              { href: '/cua-toi/giay-to', label: 'Giấy tờ', current: false },
            ]}
          />
          <CardList>
            <li>
              <h3>
                <a href="/h/mau">Đăng ký khai sinh</a>
              </h3>
              <p>Xã đang giải quyết</p>
            </li>
            <li>
              <h3>
                <a href="/h/mau-2">Xác nhận tình trạng hôn nhân</a>
              </h3>
              <p>Đã trả kết quả</p>
            </li>
          </CardList>
        </>
      ),
    },
  ],
};
