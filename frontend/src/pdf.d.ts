/** Where the build puts what pdf.js fetches while drawing; ends in a slash. */
declare const __PDF_FILES__: string;
