export { issuePaper, type IssuedPaper, type PaperOrder } from './api/issue-paper.ts';
export { type OfficialPapersDeps, paperRoutes } from './api/paper-routes.ts';
export { PAPER_PROBLEMS } from './contract/problems.ts';
export { buildReceipt } from './papers/build-receipt.ts';
export { dueReason } from './papers/due-reason.ts';
export { type FormKey, type FormTemplate, formTemplateInForce } from './papers/form-template.ts';
export { loadFormTemplates } from './papers/load-form-templates.ts';
export type { PaperOffice, PaperPerson, PaperSigner, PaperView, StopView, SupplementLine } from './papers/paper-views.ts';
