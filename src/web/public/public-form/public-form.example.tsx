import { type ComponentExamples } from '../component-example.ts';
import { Button } from '../button/button.tsx';
import { TextField } from '../text-field/text-field.tsx';
import { DraftDone } from './draft-done.tsx';
import { PublicForm } from './public-form.tsx';

export const PUBLIC_FORM_EXAMPLES: ComponentExamples = {
  component: 'PublicForm, DraftDone',
  examples: [
    {
      name: 'with a draft',
      show: (locale) => (
        <PublicForm locale={locale} action="/can-bo/mau-giao-dien" commandId="0199f000-0000-7000-8000-000000000000" draft="mau" hidden={{ buoc: '1' }}>
          <TextField locale={locale} name="mau-con" label="Họ tên của con" missing="Nhập họ tên của con." />
          <Button sending="Đang gửi…">Tiếp tục</Button>
        </PublicForm>
      ),
    },
    { name: 'the page after it', show: () => <DraftDone draft="mau-khac" /> },
  ],
};
