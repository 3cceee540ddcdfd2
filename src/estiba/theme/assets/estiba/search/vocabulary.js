/** The tags and folders of the site: how each may be called, and what it is called on a page. */

import { fold } from "./folding.js";
import { indexFolder } from "./texts.js";

/**
 * @typedef {object} Vocabulary
 * @property {(name: string) => string | undefined} find the slug of the tag that is called so
 * @property {(name: string) => boolean} mayGoOn whether another name begins with this one
 * @property {(slug: string) => string} tagLabel
 * @property {(path: string) => string} folderLabel with those of the folders above it
 */

/** @type {Promise<Vocabulary> | undefined} */
let loading;

/** @returns {Promise<Vocabulary>} rejected where it cannot be had; the next call tries again */
export function loadVocabulary() {
  loading ??= fetch(new URL("facets.json", indexFolder), { cache: "no-cache" })
    .then((answer) => {
      if (!answer.ok) throw new Error(`facets.json: ${answer.status}`);
      return answer.json();
    })
    .then(read)
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/**
 * @param {object} facets
 * @param {{slug: string, label: string, names: string[], parent: string | null}[]} facets.tags
 * @param {{path: string, label: string}[]} facets.folders
 * @returns {Vocabulary}
 */
function read({ tags, folders }) {
  const labels = new Map(tags.map((tag) => [tag.slug, tag.label]));
  const folderLabels = new Map(folders.map((folder) => [folder.path, folder.label]));
  /** @type {Map<string, string>} */
  const slugs = new Map();
  for (const tag of tags) if (!slugs.has(tag.slug)) slugs.set(tag.slug, tag.slug);
  for (const tag of tags) for (const name of tag.names) slugs.set(name, tag.slug);
  const names = [...slugs.keys()];
  const parents = new Set(tags.map((tag) => tag.parent));
  const hasLonger = (/** @type {string} */ name) =>
    names.some((other) => other.length > name.length && other.startsWith(name));

  /**
   * @param {string} name folded
   * @returns {string | undefined}
   */
  function find(name) {
    const known = slugs.get(name);
    const cut = name.lastIndexOf("/");
    if (known !== undefined || cut < 0) return known;
    const above = find(name.slice(0, cut));
    const others = tags.find((tag) => tag.slug === above)?.names ?? [];
    return others.map((other) => slugs.get(other + name.slice(cut))).find((slug) => slug !== undefined);
  }

  return {
    find: (name) => find(key(name)),
    mayGoOn: (name) => name.endsWith("/") || hasLonger(key(name)) || parents.has(find(key(name)) ?? ""),
    tagLabel: (slug) => labels.get(slug) ?? slug,
    folderLabel: (path) =>
      path
        .split("/")
        .map((part, depth, parts) => folderLabels.get(parts.slice(0, depth + 1).join("/")) ?? part)
        .join(" › "),
  };
}

/**
 * @param {string} name
 * @returns {string}
 */
function key(name) {
  return fold(name).replace(/\s+/g, " ").trim().replace(/^#+|\/+$/g, "");
}
