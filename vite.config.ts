import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const output = join(root, 'dist', 'staff');

/** What React Aria says by itself to screen readers, in Vietnamese; it has no Vietnamese of its own. */
const VIETNAMESE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  autocomplete: { collectionLabel: 'Gợi ý' },
  menu: { longPressMessage: 'Nhấn giữ hoặc bấm Alt và mũi tên xuống để mở trình đơn' },
  overlays: { dismiss: 'Đóng' },
};

/** React Aria carries its words in 34 languages; this workspace speaks two. */
function twoLanguages(): Plugin {
  return {
    name: 'two-languages',
    enforce: 'pre',
    load(id) {
      const path = id.replaceAll('\\', '/');
      if (!/\/react-(?:aria|stately|aria-components)\/.*\/intlStrings\.mjs$/.test(path)) return null;
      const english = /from "(?<file>[^"]*en-US\.mjs)"/.exec(readFileSync(id, 'utf8'))?.groups?.['file'];
      if (english === undefined) throw new Error(`no English words in ${id}`);
      const own = VIETNAMESE[dirname(path).split('/').at(-1) ?? ''];
      return `import english from ${JSON.stringify(english)};\nexport default { 'en-US': english${own === undefined ? '' : `, 'vi-VN': { ...english, ...${JSON.stringify(own)} }`} };`;
    },
  };
}

/** Writes a `.br` and a `.gz` beside every text file, so that the server never compresses. */
function compressedTwins(): Plugin {
  return {
    name: 'compressed-twins',
    writeBundle() {
      for (const name of readdirSync(output)) {
        if (!/\.(?:js|css|svg)$/.test(name)) continue;
        const bytes = readFileSync(join(output, name));
        writeFileSync(join(output, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
        writeFileSync(join(output, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

// eslint-disable-next-line no-restricted-syntax -- Vite reads its configuration from the default export
export default defineConfig({
  root: join(root, 'src', 'web', 'staff'),
  base: '/can-bo/assets/',
  publicDir: false,
  plugins: [react(), twoLanguages(), compressedTwins()],
  build: {
    outDir: output,
    emptyOutDir: true,
    assetsDir: '',
    // A strict content security policy: nothing inlined as data, no helper script in the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome109', 'firefox115', 'safari16.4'],
    rolldownOptions: {
      // The second stands on the sign-in pages, which the server makes.
      input: { 'index': join(root, 'src', 'web', 'staff', 'index.html'), 'passkey-sign-in': join(root, 'src', 'web', 'staff', 'passkey', 'sign-in-by-passkey.ts') },
      // Contracts are imported for their types; without this their schemas would come along for side effects they do not have.
      treeshake: { moduleSideEffects: (id: string) => /\.css(?:\?|$)|\/web\/staff\/(?:main\.tsx|passkey\/sign-in-by-passkey\.ts)$|\.html/.test(id) || id.includes('/node_modules/') && !id.includes('/typebox/') },
    },
  },
});
