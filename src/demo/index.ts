export { isDemoLoaded } from './demo-mark.ts';
export { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-staff.ts';
export { loadDemo, type LoadDemoOptions } from './load-demo.ts';
export { loadDemoAside } from './load-demo-aside.ts';
export { countDemoRows, type DemoRemoval, type DemoRemovalProblem, type KeptRow, rehearseDemoRemoval, removeDemo } from './removal/remove-demo.ts';
