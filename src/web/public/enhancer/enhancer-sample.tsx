import { type ReactElement } from 'react';
import { type RequestContext } from '../../../platform/http/route.ts';
import { BottomBar } from '../bottom-bar/bottom-bar.tsx';
import { Button } from '../button/button.tsx';
import { CheckboxField } from '../checkbox-field/checkbox-field.tsx';
import { DateField } from '../date-field/date-field.tsx';
import { ErrorSummary } from '../error-summary/error-summary.tsx';
import { FileField } from '../file-field/file-field.tsx';
import { PaperChecklist } from '../paper-checklist/paper-checklist.tsx';
import { DraftDone } from '../public-form/draft-done.tsx';
import { PublicForm } from '../public-form/public-form.tsx';
import { renderPublicPage } from '../public-page/render-public-page.tsx';
import { RadioGroup } from '../radio-group/radio-group.tsx';
import { TextField } from '../text-field/text-field.tsx';

function SampleForm({ posted }: { readonly posted: boolean }): ReactElement {
  const locale = 'vi';
  return (
    <PublicForm action="/nhan" locale={locale} commandId="lenh-1" draft="mau" posted={posted} upload>
      <TextField locale={locale} name="name" label="Họ tên" missing="Nhập họ tên." value={posted ? 'Máy chủ' : undefined} />
      <TextField locale={locale} name="phone" label="Điện thoại" required={false} pattern="0[0-9]{9}" wrong="Có 10 chữ số." />
      <TextField locale={locale} name="secret" label="Mã bí mật" type="password" required={false} />
      <DateField locale={locale} name="born" label="Ngày sinh" missing="Nhập ngày sinh." wrong="Không có ngày này." />
      <RadioGroup
        locale={locale}
        name="place"
        label="Nhận ở đâu?"
        missing="Chọn nơi nhận."
        options={[
          { value: 'quay', label: 'Tại quầy' },
          { value: 'nha', label: 'Tại nhà' },
        ]}
      />
      <CheckboxField locale={locale} name="news" label="Nhắn tin cho tôi" required={false} />
      <FileField locale={locale} name="picture" label="Ảnh" required={false} multiple />
      <Button sending="Đang gửi…">Gửi</Button>
    </PublicForm>
  );
}

/** The page on which the test of the script works: a form, a checklist and the bar; `?posted`, `?faults` and `?done` are its states. */
export function enhancerSample(context: RequestContext, state: { readonly posted: boolean; readonly faults: boolean; readonly done: boolean }): string {
  return renderPublicPage(
    { context, office: undefined, title: 'Mẫu', path: '/mau', bottomBar: <BottomBar locale={context.locale} main={{ label: 'Khai', href: '/khai' }} /> },
    <>
      <h1>Đăng ký khai sinh</h1>
      <p>Lệ phí 0 đồng.</p>
      <ErrorSummary locale="vi" faults={state.faults ? [{ field: 'name', code: 'field.required', message: 'Nhập họ tên.' }] : []} />
      {state.done ? <DraftDone draft="mau" /> : <SampleForm posted={state.posted} />}
      <PaperChecklist
        locale="vi"
        remember="1.001193"
        papers={[
          { id: 'a', name: 'Giấy chứng sinh' },
          { id: 'b', name: 'Căn cước' },
        ]}
      />
    </>,
  );
}
