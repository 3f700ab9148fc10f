export { numberBookRoutes } from './api/book-routes.ts';
export { type BookRecords, type KnownBook, type NumberBookDeps } from './api/deps.ts';
export { NUMBER_BOOK_PROBLEMS } from './contract/problems.ts';
export { findBookRecords, listKnownBooks } from './api/known-books.ts';
export { countBooks } from './api/count-books.ts';
