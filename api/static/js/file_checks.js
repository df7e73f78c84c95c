// What can be told about a file before it is sent. The server decides by content; this only saves a wasted upload.

const SUFFIXES = new Set([
  "pdf", "docx", "odt", "rtf", "pages", "html", "htm", "txt", "text", "md", "jpg", "jpeg", "png", "tif", "tiff", "heic",
]);

/** Why the server would refuse the file, as a sentence, or null. */
export function whyRefused(file, maxBytes) {
  if (file.size === 0) return "The file is empty.";
  if (file.size > maxBytes) return `The file is larger than ${formatSize(maxBytes)}.`;
  // A name without a suffix ("J. Smith resume") says nothing; let the server look inside.
  const suffix = /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1].toLowerCase();
  if (suffix && !SUFFIXES.has(suffix)) return "Files of this kind are not read; send the resume as PDF or Word (DOCX).";
  return null;
}

export function formatSize(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1024) return `${Math.round(kilobytes)} KB`;
  return `${Number((kilobytes / 1024).toFixed(1))} MB`;
}
