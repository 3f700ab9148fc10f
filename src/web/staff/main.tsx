import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../tokens/tokens.css';
import './fonts.css';
import '../public/icon/icon.css';
import '../public/gate-mark/gate-mark.css';
import './global.css';
import './fields-and-notices.css';
import { StaffApp } from './staff-app.tsx';

const place = document.getElementById('app');
if (place === null) throw new Error('the page has no place for the workspace');
createRoot(place).render(<StrictMode><StaffApp /></StrictMode>);
