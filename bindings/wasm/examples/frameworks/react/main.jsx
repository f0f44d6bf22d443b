import { createRoot } from 'react-dom/client';
import { sitting } from '../sitting.js';
import Clock from './clock.jsx';

const store = await sitting();
createRoot(document.getElementById('app')).render(<Clock store={store} />);
