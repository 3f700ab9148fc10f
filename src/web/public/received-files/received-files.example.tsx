import { type ComponentExamples } from '../component-example.ts';
import { ReceivedFiles } from './received-files.tsx';

const FILE = { pages: 1, turn: 0, signed: false, looks: null, keptAnyway: false, picture: '/favicon.svg' } as const;

export const RECEIVED_FILES_EXAMPLES: ComponentExamples = {
  component: 'ReceivedFiles',
  examples: [
    {
      name: 'a picture and a scan',
      show: (locale) => (
        <ReceivedFiles
          locale={locale}
          files={[
            { ...FILE, id: '1', fileName: 'Ảnh giấy chứng sinh.jpg', mediaType: 'image/jpeg', byteCount: 319_488 },
            { ...FILE, id: '2', fileName: 'Giay-uy-quyen-cua-ong-ba-noi-co-chung-thuc-ban-quet-mau.pdf', mediaType: 'application/pdf', byteCount: 1_468_006, pages: 3 },
          ]}
        />
      ),
    },
    { name: 'nothing yet', show: (locale) => <ReceivedFiles locale={locale} files={[]} /> },
  ],
};
