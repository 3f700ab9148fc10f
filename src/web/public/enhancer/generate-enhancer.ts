import { writeFileSync } from 'node:fs';
import { bundleEnhancer, enhancerModule, kioskModule } from './bundle-enhancer.ts';

// node --import ./bin/tsx-hook.mjs src/web/public/enhancer/generate-enhancer.ts
writeFileSync(new URL('./enhancer.generated.ts', import.meta.url), enhancerModule(await bundleEnhancer()));
writeFileSync(new URL('../kiosk/kiosk-script.generated.ts', import.meta.url), kioskModule(await bundleEnhancer('kiosk')));
