/** The worker's half of the library, which comes without types: it is only handed to the other half. */
declare module 'pdfjs-dist/build/pdf.worker.mjs'
