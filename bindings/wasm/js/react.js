// A sitting in React.

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';

/** The snapshot of a store, or what `select` makes of it; drawn again only when that is another value. */
export function useSession(store, select) {
  const cache = useRef(undefined);
  const selected = useCallback(() => {
    const snapshot = store.getSnapshot();
    if (!select) return snapshot;
    if (cache.current?.snapshot !== snapshot || cache.current.select !== select) {
      cache.current = { snapshot, select, value: select(snapshot) };
    }
    return cache.current.value;
  }, [store, select]);
  return useSyncExternalStore(store.subscribe, selected, selected);
}

/** The clock of the running stage, or null; asked again every `every` milliseconds at the moment that `now` gives. */
export function useTimer(store, now, every = 1000) {
  const { seq } = useSession(store);
  const [tick, setTick] = useState(0);
  const moment = useRef(now);
  moment.current = now;
  useEffect(() => {
    const ticking = setInterval(() => setTick((tick) => tick + 1), every);
    return () => clearInterval(ticking);
  }, [every]);
  // Asked again at each step of the sitting and each tick.
  return useMemo(() => store.timer(moment.current()), [store, seq, tick]);
}
