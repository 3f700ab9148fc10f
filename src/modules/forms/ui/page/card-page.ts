import { scanCards } from './scan-card.ts';

// Fetched when somebody opens the part for the card: most pages have none, and most people type.
const form = document.querySelector<HTMLFormElement>('form[data-form]');
if (form !== null) scanCards(form);
