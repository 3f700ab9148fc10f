import { type ReactElement } from 'react';
import { formatDong } from '../../../../kernel/money.ts';
import { type Catalogue, translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';

const VI = {
  'title': 'Cổng thanh toán tập dượt',
  'lead': 'Trang này đóng vai cổng thanh toán của một ngân hàng trong bản trình diễn. Không có tiền thật nào được chuyển.',
  'order': 'Đơn {number}',
  'choose': 'Chọn điều sẽ xảy ra',
  'sending': 'Đang xử lý…',
  'pays': 'Thanh toán thành công, báo ngay',
  'pays-late': 'Thành công, hai phút sau mới báo',
  'twice': 'Thành công, báo ba lần',
  'out-of-order': 'Thành công, rồi tin thất bại cũ đến sau',
  'one-less': 'Báo thiếu một đồng',
  'forged': 'Kẻ gian báo đã trả, chữ ký sai',
  'silent': 'Thành công nhưng cổng không báo gì',
  'cancels': 'Người nộp hủy',
  'fails': 'Không đủ số dư',
} as const;

const EN: Readonly<Record<keyof typeof VI, string>> = {
  'title': 'Rehearsal gateway',
  'lead': 'This page plays the gateway of a bank in the demonstration. No real money is moved.',
  'order': 'Order {number}',
  'choose': 'Choose what happens',
  'sending': 'Working…',
  'pays': 'Paid, told at once',
  'pays-late': 'Paid, told two minutes later',
  'twice': 'Paid, told three times',
  'out-of-order': 'Paid, then an old failure arrives',
  'one-less': 'One đồng less is told',
  'forged': 'Somebody else says it was paid, with a wrong signature',
  'silent': 'Paid, and the gateway tells nothing',
  'cancels': 'The payer cancels',
  'fails': 'Not enough money',
};

/** The words of the rehearsal gateway. */
export const REHEARSAL_WORDS = { vi: VI, en: EN } as const satisfies Catalogue<keyof typeof VI>;

export interface RehearsalPageProps {
  readonly locale: Locale;
  readonly number: string;
  readonly amount: number;
  readonly choices: readonly Exclude<keyof typeof VI, 'title' | 'lead' | 'order' | 'choose' | 'sending'>[];
  /** The signed order, sent along again. */
  readonly order: Readonly<Record<string, string>>;
}

/** The other side of a payment, for demonstrations and development: what a real gateway may do, one button each. */
export function RehearsalPage({ locale, number, amount, choices, order }: RehearsalPageProps): ReactElement {
  const t = translator(REHEARSAL_WORDS, locale);
  return (
    <>
      <h1>{t('title')}</h1>
      <Notice kind="warning">{t('lead')}</Notice>
      <p className="lead"><b>{formatDong(amount)}</b></p>
      <p className="hint">{t('order', { number })}</p>
      <h2>{t('choose')}</h2>
      {choices.map((choice, index) => (
        <PublicForm key={choice} action="/cong-tap-duot" locale={locale} commandId="">
          {Object.entries(order).map(([name, value]) => <input key={name} type="hidden" name={`don-${name}`} value={value} />)}
          <input type="hidden" name="chon" value={choice} />
          <Button kind={index === 0 ? 'main' : 'quiet'} sending={t('sending')}>{t(choice)}</Button>
        </PublicForm>
      ))}
    </>
  );
}
