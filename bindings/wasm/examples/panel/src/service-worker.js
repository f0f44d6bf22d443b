// Keeps the page's own files in the browser, so that a reload without a network finds them. Nothing of any panel passes here.
// The build fills in which files, and a digest of them: others are another page, which waits until this one is closed, so
// that a sitting is run by one and the same code to its end.

const FILES = '@FILES@';
const SHELF = 'support-panel page @DIGEST@';

// Past the browser's own cache, which may have kept files of an earlier page.
const fresh = () => FILES.map((name) => new Request(name, { cache: 'no-cache' }));

async function tidy() {
  const others = (await caches.keys()).filter(
    (name) => name.startsWith('support-panel page ') && name !== SHELF,
  );
  await Promise.all(others.map((name) => caches.delete(name)));
}

async function answer(request) {
  const shelf = await caches.open(SHELF);
  return (await shelf.match(request, { ignoreSearch: true })) ?? fetch(request);
}

addEventListener('install', (event) =>
  event.waitUntil(caches.open(SHELF).then((shelf) => shelf.addAll(fresh()))),
);
addEventListener('activate', (event) => event.waitUntil(tidy()));
addEventListener('fetch', (event) => event.respondWith(answer(event.request)));
