// Entry of the page: draws the application into the window.
import { mount } from 'svelte';
import App from './App.svelte';
import type { Beginning } from '../src-main/calls/window-api';
import './tokens.css';
import './base.css';
import './controls.css';
import './arrangements.css';
import './forced-colours.css';

const target = document.getElementById('app');
const beginning = JSON.parse(document.getElementById('beginning')?.textContent ?? '') as Beginning;
// Drawn before this script has ended: what it compiles is then kept for the next start.
if (target) mount(App, { target, props: { beginning } });
