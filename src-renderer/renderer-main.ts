// Entry of the page: draws the application into the window.
import { mount } from 'svelte';
import App from './App.svelte';
import { readList } from './app/remembered-list';
import './tokens.css';
import './base.css';
import './controls.css';
import './arrangements.css';
import './forced-colours.css';

const target = document.getElementById('app');
const remembered = readList(await window.unroll.rememberedList());
if (target) mount(App, { target, props: { remembered } });
