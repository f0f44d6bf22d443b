// What a host has: a sitting of its own, as a store, and a button that starts the first stage.

import { createStore, init, initSession, Session } from 'support-panel';

const stamp = () => ({ at: new Date().toISOString(), by: 'p-chair' });

export async function sitting() {
  await Promise.all([init(), initSession()]);
  const store = createStore(
    Session.open({
      format: 'support-panel/1',
      id: 'panel-1',
      profile: { id: 'leicester-masp', version: '2017.1' },
      case: { reference: 'EHA-1' },
      participants: [{ id: 'p-chair', kind: 'professional', seat: 'early_help_service_manager' }],
    }),
  );
  store.dispatch({ type: 'open_meeting', chair: 'p-chair' }, stamp());
  document
    .getElementById('start')
    .addEventListener('click', () =>
      store.dispatch({ type: 'start_stage', stage: 'introductions' }, stamp()),
    );
  return store;
}
