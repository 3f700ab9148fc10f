/** The account of the demonstration: no bank has an account of noughts, so that nobody's real money can go there. */
export const DEMO_ACCOUNT = { bin: '970405', bankName: 'Agribank', number: '0000000000000', holder: 'TAI KHOAN MAU KHONG NOP TIEN' } as const;

/** The tax code on the demonstration's receipts: right in form and nobody's, since real ones begin with the number of a province and there is no province 00. */
export const DEMO_TAX_CODE = '0000000017';
