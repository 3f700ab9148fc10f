export { certificationRoutes } from './api/certification-routes.ts';
export { signCertification } from './api/sign-certification.ts';
export { signerCompares } from './api/signer-compares.ts';
export { CERTIFICATION_SETTINGS } from './settings.ts';
export { CERTIFICATION_PROBLEMS } from './contract/problems.ts';
export { certificationAboutDossiers } from './store/about-person.ts';
export { listCertificationBooks } from './api/listed-books.ts';
export { findCertificationNumbers, type RecordedNumbers } from './store/number-gaps.ts';
