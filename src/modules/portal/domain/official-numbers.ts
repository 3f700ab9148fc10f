/**
 * National numbers that a person may need after meeting a scam. 113 is the police emergency number; 5656 takes reports of junk and
 * fraud by message (Nghị định 91/2020/NĐ-CP), 156 by call (opened later beside it), both free of charge; the message forms are those
 * published with the two numbers. To be checked again whenever the rules change.
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
