import { writeFileSync } from 'node:fs';
import { agreeModule, bundleEnhancer, cardsModule, enhancerModule, formsModule, kioskModule, readerModule, uploadsModule } from './bundle-enhancer.ts';

// node --import ./bin/tsx-hook.mjs src/web/public/enhancer/generate-enhancer.ts
writeFileSync(new URL('./enhancer.generated.ts', import.meta.url), enhancerModule(await bundleEnhancer()));
writeFileSync(new URL('../uploads-script/uploads-script.generated.ts', import.meta.url), uploadsModule(await bundleEnhancer('uploads')));
writeFileSync(new URL('../kiosk/kiosk-script.generated.ts', import.meta.url), kioskModule(await bundleEnhancer('kiosk')));
writeFileSync(new URL('../../../modules/forms/api/form-page-script.generated.ts', import.meta.url), formsModule(await bundleEnhancer('forms')));
writeFileSync(new URL('../../../modules/forms/api/card-script.generated.ts', import.meta.url), cardsModule(await bundleEnhancer('cards')));
writeFileSync(new URL('../../../modules/assisted-filing/api/agree-page-script.generated.ts', import.meta.url), agreeModule(await bundleEnhancer('agree')));
writeFileSync(new URL('../../../modules/forms/api/code-reader-script.generated.ts', import.meta.url), readerModule(await bundleEnhancer('reader')));
