import { type ReactElement } from 'react';
import { translator } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { Icon } from '../icon/icon.tsx';
import { sizeInWords } from './size-in-words.ts';
import { RECEIVED_FILES_WORDS } from './received-files-words.ts';

/** A file that the server has whole, checked and on its disk. */
export interface ReceivedFile {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteCount: number;
  readonly pages: number;
  /** Clockwise, in degrees; its picture is turned already. */
  readonly turn: 0 | 90 | 180 | 270;
  readonly signed: boolean;
  /** What somebody should look at; it stops nothing. */
  readonly looks: 'blank' | 'blurred' | null;
  /** Somebody looked and keeps it. */
  readonly keptAnyway: boolean;
  /** Own path of a small picture of its first page; with `?co=lon` a large one. */
  readonly picture: string;
}

export interface ReceivedFilesProps {
  readonly locale: Locale;
  readonly files: readonly ReceivedFile[];
}

/** The receipt of files: each one with its picture, name, kind and size, and that the server has all of it. */
export function ReceivedFiles({ locale, files }: ReceivedFilesProps): ReactElement {
  const t = translator(RECEIVED_FILES_WORDS, locale);
  if (files.length === 0) return <p className="hint">{t('nothing')}</p>;
  return (
    <ul className="received">
      {files.map((file) => (
        <li key={file.id}>
          <a href={`${file.picture}?co=lon`} target="_blank" rel="noreferrer">
            <img src={file.picture} alt={t('look', { file: file.fileName })} width={72} height={72} loading="lazy" />
          </a>
          <div>
            <p>
              <b>{file.fileName}</b>
            </p>
            <p className="hint">{`${describeFile(file, locale)} · ${sizeInWords(file.byteCount)}`}</p>
            <p className="whole">
              <Icon name="good" /> {t('whole')}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What kind of file it is, with its pages. */
export function describeFile(file: Pick<ReceivedFile, 'mediaType' | 'pages'>, locale: Locale): string {
  const t = translator(RECEIVED_FILES_WORDS, locale);
  return file.mediaType === 'application/pdf' ? t('pages', { count: file.pages }) : t('picture');
}
