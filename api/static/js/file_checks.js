// What can be told about a file before it is sent. The server decides by content; this only saves a wasted upload.

const SUFFIXES = new Set(["pdf", "docx", "txt", "text", "md"]);

/** Why the server would refuse the file, as a sentence, or null. */
export function whyRefused(file, maxBytes) {
  if (file.size === 0) return "The file is empty.";
  if (file.size > maxBytes) return `The file is larger than ${formatSize(maxBytes)}.`;
  // A name without a suffix ("J. Smith resume") says nothing; let the server look inside.
  const suffix = /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1].toLowerCase();
  if (suffix && !SUFFIXES.has(suffix)) return "The file is not a PDF, Word (DOCX) or plain-text document.";
  return null;
}

export function formatSize(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1024) return `${Math.round(kilobytes)} KB`;
  return `${Number((kilobytes / 1024).toFixed(1))} MB`;
}
