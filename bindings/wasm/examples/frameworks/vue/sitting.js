import { onScopeDispose, shallowRef } from 'vue';

/** Shallow, as a snapshot is frozen and worked out when it is read. */
export function useSitting(store) {
  const snapshot = shallowRef(store.getSnapshot());
  onScopeDispose(store.subscribe(() => (snapshot.value = store.getSnapshot())));
  return snapshot;
}
