/**
 * National numbers that a person may need after meeting a scam. 113 is the police emergency number (Quy hoạch kho số viễn thông);
 * 156 and 5656 take reports of junk and fraud calls and messages free of charge (Nghị định 91/2020/NĐ-CP, Cục An toàn thông tin;
 * message forms as published with the number 5656). To be checked again whenever the telecom rules change.
 */
export const OFFICIAL_NUMBERS = {
  police: '113',
  reportCall: '156',
  reportMessage: '5656',
  /** What to write to 5656 (or 156): the source and the content follow the letters. */
  messageForms: {
    junkMessage: 'S (số gửi tin) (nội dung tin)',
    junkCall: 'V (số gọi đến) (nội dung cuộc gọi)',
    fraudCall: 'LD (số gọi đến) (nội dung cuộc gọi)',
  },
} as const;
