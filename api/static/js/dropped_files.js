// The files in a drop, folders walked into.

/** @returns {Promise<File[]>} in the order dropped */
export async function filesOfDrop(transfer) {
  // Entries must be taken before the first await: the transfer is emptied when the event ends.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) return [...transfer.files];
  return (await Promise.all(entries.map(filesOfEntry))).flat();
}

async function filesOfEntry(entry) {
  if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  const children = await childrenOf(entry);
  // Files whose name starts with a dot are the file system's own (.DS_Store), not a person's.
  return (await Promise.all(children.filter((child) => !child.name.startsWith(".")).map(filesOfEntry))).flat();
}

async function childrenOf(directory) {
  const reader = directory.createReader();
  const children = [];
  for (;;) {
    // A reader gives at most 100 entries a call, and an empty list at the end.
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return children;
    children.push(...some);
  }
}
