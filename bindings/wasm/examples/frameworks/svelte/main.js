import { mount } from 'svelte';
import { sitting } from '../sitting.js';
import Standing from './Standing.svelte';

const store = await sitting();
mount(Standing, { target: document.getElementById('app'), props: { store } });
