import { readable } from 'svelte/store';

/** A snapshot is the same object until something changes. */
export const snapshots = (store) =>
  readable(store.getSnapshot(), (set) => store.subscribe(() => set(store.getSnapshot())));
