import { type Language } from '../../../kernel/date-words.ts';
import { type FormFaultCode } from '../domain/form-fault.ts';

type FaultWords = Readonly<Record<Exclude<FormFaultCode, 'check'>, string>>;

/** Every sentence names the field by its own label and says how to correct it. `check` is said in the words of the definition. */
const VI: FaultWords = {
  'missing': '{label}: chưa có câu trả lời. Điền vào ô này.',
  'too-long': '{label}: dài {length} chữ cái, nhiều nhất là {most}. Viết ngắn lại.',
  'name.unreadable': '{label}: họ tên chỉ gồm chữ cái, viết đủ họ, chữ đệm và tên, như “Nguyễn Thị An”. Viết lại.',
  'email.unreadable': '{label}: chưa phải địa chỉ thư điện tử. Viết như “ten@thu.vn”.',
  'number.unreadable': '{label}: chưa phải là số. Chỉ viết chữ số, như “3200” hoặc “3,2”.',
  'number.too-small': '{label}: nhỏ nhất là {min}. Viết lại số.',
  'number.too-large': '{label}: lớn nhất là {max}. Viết lại số.',
  'number.too-many-decimals': '{label}: nhiều nhất {decimals} chữ số sau dấu phẩy. Làm tròn rồi viết lại.',
  'money.unreadable': '{label}: chưa phải số tiền. Viết như “1.500.000”.',
  'date.unreadable': '{label}: ngày chưa đọc được. Viết ngày, tháng bằng số và năm đủ bốn chữ số, như 5 / 3 / 1990.',
  'date.no-such-day': '{label}: tháng {month}/{year} chỉ có {most} ngày, không có ngày {day}. Sửa lại ngày.',
  'date.day-missing': '{label}: còn thiếu ngày. Điền thêm ngày.',
  'date.month-missing': '{label}: còn thiếu tháng. Điền thêm tháng.',
  'date.in-the-future': '{label}: ngày này chưa tới. Điền ngày đã qua hoặc hôm nay.',
  'date.in-the-past': '{label}: ngày này đã qua. Điền hôm nay hoặc một ngày sắp tới.',
  'date.too-long-ago': '{label}: năm phải từ {year} trở lại đây. Xem lại năm.',
  'time.unreadable': '{label}: giờ chưa đọc được. Viết như “14:30”.',
  'choice.unknown': '{label}: câu trả lời không có trong danh sách. Chọn lại.',
  'address.commune-missing': '{label}: chưa biết thuộc xã, phường nào. Viết thêm tên xã và tỉnh, hoặc chọn trong danh sách.',
  'address.country-missing': '{label}: chưa có tên nước. Điền tên nước.',
  'address.abroad': '{label}: nơi này phải ở Việt Nam. Bỏ tên nước và viết địa chỉ ở Việt Nam.',
  'citizen-number.unreadable': '{label}: gồm 12 chữ số (hoặc 9 số của chứng minh cũ), đang có {digits}. Xem trên thẻ rồi viết lại.',
  'phone.unreadable': '{label}: chưa phải số điện thoại. Viết đủ 10 số, như “0912 345 678”.',
  'table.too-few': '{label}: cần ít nhất {least} dòng, đang có {rows}. Thêm dòng.',
  'table.too-many': '{label}: nhiều nhất {most} dòng, đang có {rows}. Bỏ bớt dòng.',
  'statement.missing': '{label}: đọc rồi đánh dấu vào ô này thì mới gửi được.',
};

const EN: FaultWords = {
  'missing': '{label}: there is no answer yet. Fill in this box.',
  'too-long': '{label}: it has {length} letters, the most is {most}. Write it shorter.',
  'name.unreadable': '{label}: a name has letters only; write family name, middle name and given name, such as “Nguyễn Thị An”. Write it again.',
  'email.unreadable': '{label}: this is not an e-mail address. Write it like “name@mail.vn”.',
  'number.unreadable': '{label}: this is not a number. Write digits only, such as “3200” or “3,2”.',
  'number.too-small': '{label}: the least is {min}. Write the number again.',
  'number.too-large': '{label}: the most is {max}. Write the number again.',
  'number.too-many-decimals': '{label}: at most {decimals} digits after the comma. Round it and write it again.',
  'money.unreadable': '{label}: this is not an amount of money. Write it like “1.500.000”.',
  'date.unreadable': '{label}: the date cannot be read. Write day and month as numbers and the year with four digits, such as 5 / 3 / 1990.',
  'date.no-such-day': '{label}: {month}/{year} has only {most} days, there is no day {day}. Correct the day.',
  'date.day-missing': '{label}: the day is missing. Add the day.',
  'date.month-missing': '{label}: the month is missing. Add the month.',
  'date.in-the-future': '{label}: this day has not come yet. Give a day that has passed, or today.',
  'date.in-the-past': '{label}: this day has passed. Give today or a day to come.',
  'date.too-long-ago': '{label}: the year must be {year} or later. Look at the year again.',
  'time.unreadable': '{label}: the time cannot be read. Write it like “14:30”.',
  'choice.unknown': '{label}: the answer is not in the list. Choose again.',
  'address.commune-missing': '{label}: the commune or ward is not known yet. Add its name and the province, or choose it from the list.',
  'address.country-missing': '{label}: the country is missing. Add its name.',
  'address.abroad': '{label}: this place has to be in Viet Nam. Take the country out and write an address in Viet Nam.',
  'citizen-number.unreadable': '{label}: it has 12 digits (or the 9 of a former card), here are {digits}. Look at the card and write it again.',
  'phone.unreadable': '{label}: this is not a phone number. Write all 10 digits, such as “0912 345 678”.',
  'table.too-few': '{label}: at least {least} rows are needed, here are {rows}. Add rows.',
  'table.too-many': '{label}: at most {most} rows, here are {rows}. Take rows out.',
  'statement.missing': '{label}: read it and tick this box; then it can be sent.',
};

/** The sentences by language. */
export const FAULT_WORDS: Readonly<Record<Language, FaultWords>> = { vi: VI, en: EN };
