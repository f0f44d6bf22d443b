import { createApp } from 'vue';
import { sitting } from '../sitting.js';
import Standing from './Standing.vue';

const store = await sitting();
createApp(Standing, { store }).mount('#app');
