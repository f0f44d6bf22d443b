// With webpack, the server finds the package's files only where the package is left out of the bundle.
export default { output: 'standalone', serverExternalPackages: ['support-panel'] };
