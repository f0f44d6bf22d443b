import type { Instant, Snapshot, Store, Timer } from './index.js';

/** The snapshot of a store; drawn again at each step. */
export declare function useSession(store: Store): Snapshot;
/** What `select` makes of the snapshot of a store; drawn again only when that is another value. */
export declare function useSession<T>(store: Store, select: (snapshot: Snapshot) => T): T;

/** The clock of the running stage, asked again every `every` milliseconds (1,000) at the moment that `now` gives. */
export declare function useTimer(
  store: Store,
  now: () => Instant | Date,
  every?: number,
): Timer | null;
