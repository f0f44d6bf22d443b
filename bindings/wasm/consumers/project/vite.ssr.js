// Vite for a server: the package is put into the bundle, as on hosts that are given one file.
export default { ssr: { noExternal: true }, build: { copyPublicDir: false } };
