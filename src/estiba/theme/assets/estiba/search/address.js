/**
 * The state of a search in the address of the page: `?q=word&tag=slug&tag=slug&folder=path&example=1`.
 *
 * Other parameters and the hash stay as they are.
 */

/** @typedef {import("./state.js").SearchState} SearchState */

/** @returns {SearchState} what the address says */
export function read() {
  const values = new URLSearchParams(location.search);
  return {
    text: values.get("q") ?? "",
    tags: [...new Set(values.getAll("tag").filter(Boolean))],
    folder: values.get("folder") ?? "",
    example: values.has("example"),
  };
}

/**
 * @param {SearchState} state
 * @param {"push" | "replace"} how `push` makes a new entry, to which "back" comes back
 */
export function write(state, how) {
  const address = new URL(location.href);
  for (const name of ["q", "tag", "folder", "example"]) address.searchParams.delete(name);
  if (state.text.trim()) address.searchParams.set("q", state.text.trim());
  for (const tag of state.tags) address.searchParams.append("tag", tag);
  if (state.folder) address.searchParams.set("folder", state.folder);
  if (state.example) address.searchParams.set("example", "1");
  if (address.href === location.href) return;
  // Material keeps the scroll position of an entry in its state.
  if (how === "push") history.pushState(null, "", address);
  else history.replaceState(history.state, "", address);
}
