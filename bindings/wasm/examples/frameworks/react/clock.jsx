import { useSession, useTimer } from 'support-panel/react';

export default function Clock({ store }) {
  const standing = useSession(store, (snapshot) => snapshot.standing);
  const timer = useTimer(store, () => new Date());
  return <p>{timer ? `${timer.stage}: ${timer.elapsed_seconds} s` : standing}</p>;
}
