/**
 * What a reader keeps on this device: values that are no secrets, by name. It is kept for one site, known
 * by where these scripts lie. Keeping is on while there is an entry, even an empty one; where a browser
 * stores nothing, it is off.
 */

const KEY = `${new URL("../../../", import.meta.url).pathname}.__estiba_fill`; // as Material names its own

/** @returns {Map<string, string> | undefined} undefined while nothing is to be kept */
export function kept() {
  try {
    const entry = localStorage.getItem(KEY);
    return entry === null ? undefined : new Map(JSON.parse(entry));
  } catch {
    return undefined;
  }
}

/** @param {Map<string, string> | undefined} values undefined to forget them all */
export function keep(values) {
  try {
    if (values) localStorage.setItem(KEY, JSON.stringify([...values]));
    else localStorage.removeItem(KEY);
  } catch {
    // kept() says that it is off
  }
}
