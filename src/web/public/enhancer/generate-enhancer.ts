import { writeFileSync } from 'node:fs';
import { bundleEnhancer, enhancerModule } from './bundle-enhancer.ts';

// node --import ./bin/tsx-hook.mjs src/web/public/enhancer/generate-enhancer.ts
writeFileSync(new URL('./enhancer.generated.ts', import.meta.url), enhancerModule(await bundleEnhancer()));
