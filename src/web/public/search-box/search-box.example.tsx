import { type ComponentExamples } from '../component-example.ts';
import { SearchBox } from './search-box.tsx';

export const SEARCH_BOX_EXAMPLES: ComponentExamples = {
  component: 'SearchBox',
  examples: [
    {
      name: 'large',
      show: () => <SearchBox action="/thu-tuc" name="tim" label="Tìm thủ tục" labelHidden button="Tìm" size="large" placeholder="Ví dụ: làm giấy khai sinh" />,
    },
    {
      name: 'with label, value and hint',
      show: () => <SearchBox action="/tra-cuu" name="ma" label="Mã hồ sơ" button="Xem" value="H56.14-261120-0031" hint="Mã in ở góc trên giấy hẹn." />,
    },
  ],
};
