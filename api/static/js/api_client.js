// Reads of the JSON API.

const BASE_URL = "/api/v1";

/** There is no sound answer: no connection, or an error of the server. */
export class UnreachableError extends Error {}

/** The `items` of a listing, such as `/jobs?ids=...`. Throws UnreachableError. */
export async function fetchItems(path) {
  let response;
  try {
    response = await fetch(`${BASE_URL}${path}`, { headers: { Accept: "application/json" } });
  } catch (cause) {
    throw new UnreachableError("no connection", { cause });
  }
  if (response.status === 401) location.reload(); // The session ended: the page itself asks to sign in.
  if (!response.ok) throw new UnreachableError(`status ${response.status}`);
  return (await response.json()).items;
}
