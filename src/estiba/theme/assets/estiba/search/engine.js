/**
 * Pagefind's index, a part a language: the reader's first, the others when they are asked for.
 *
 * Pagefind 1.5.2 keeps one WebAssembly program a module, with the stemmer of one language, and
 * takes that language from `<html lang>` alone. So each further language gets a module of its
 * own (the fragment makes it one; the file comes from the cache) and sees its own `lang`.
 */

import { baseOf, indexFolder, isReaders, language as readers } from "./texts.js";

/**
 * @typedef {{[group: string]: {[value: string]: number}}} Counts
 * @typedef {{data: () => Promise<any>}} Found
 * @typedef {object} Part
 * @property {string} language
 * @property {(words: string) => void} preload fetches what a search for these words will need
 * @property {(words: string, filters: object) => Promise<Found[]>} search
 * @property {(words: string, filters: object) => Promise<Counts>} count how many of the notes that a search
 *   would find each facet has; of all notes where neither words nor filters are given
 */

/** Any match in a title outweighs those in tags, and any in tags those in the text. */
const RANKING = {
  metaWeights: { title: 20, tags: 10, compose: 1, path: 0.2 },
  pageLength: 0.4,
  termSimilarity: 5,
};

/** Words in an excerpt. */
const EXCERPT = 24;

/** @type {Part} of a site without pages */
const NO_PART = {
  language: readers,
  preload: () => {},
  search: async () => [],
  count: async () => ({}),
};

/** The index of a site. What it gives is rejected where the index cannot be had. */
export class Engine {
  /** @type {Promise<string[]> | undefined} */
  #languages;
  /** @type {Map<string, Promise<Part>>} */
  #parts = new Map();

  /** @returns {Promise<Part>} the part in the reader's language, else the largest */
  async first() {
    const [code] = await this.#known();
    return code === undefined ? NO_PART : this.#part(code);
  }

  /** @returns {Promise<Part[]>} the parts in all other languages */
  async others() {
    const [, ...codes] = await this.#known();
    return Promise.all(codes.map((code) => this.#part(code)));
  }

  /** @returns {Promise<string[]>} languages of the index, the reader's first */
  #known() {
    this.#languages ??= fetchLanguages();
    return this.#languages;
  }

  /**
   * @param {string} code
   * @returns {Promise<Part>}
   */
  #part(code) {
    const part = this.#parts.get(code) ?? openPart(code);
    this.#parts.set(code, part);
    return part;
  }
}

/** @returns {Promise<string[]>} */
async function fetchLanguages() {
  importFor(readers).catch(() => {});
  const answer = await fetch(new URL("pagefind-entry.json", indexFolder), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`pagefind-entry.json: ${answer.status}`);
  /** @type {{languages: {[code: string]: {page_count: number}}}} */
  const { languages } = await answer.json();
  const near = (/** @type {string} */ code) =>
    code === readers.toLowerCase() ? 2 : Number(isReaders(code));
  return Object.keys(languages).sort(
    (one, other) =>
      near(other) - near(one) || languages[other].page_count - languages[one].page_count || (one < other ? -1 : 1),
  );
}

/**
 * Open the part of one language, with an instance of Pagefind for results and one for counts: from the
 * moment on in which an instance knows the facets, each of its searches takes up to twice as long.
 *
 * @param {string} code
 * @returns {Promise<Part>}
 */
async function openPart(code) {
  const pagefind = await importFor(code);
  const instance = createFor(code, pagefind);
  /** @type {any} */
  let counter;
  return {
    language: code,
    preload: (words) => void instance.preload(words).catch(() => {}),
    async search(words, filters) {
      return (await instance.search(words || null, { filters })).results;
    },
    async count(words, filters) {
      counter ??= createFor(code, pagefind);
      const all = await counter.filters();
      if (!words && !Object.keys(filters).length) return all;
      return (await counter.search(words || null, { filters })).filters;
    },
  };
}

/**
 * @param {string} code
 * @returns {Promise<any>} Pagefind, once a stemmer
 */
function importFor(code) {
  return import(`${indexFolder}pagefind.js#${baseOf(code)}`);
}

/**
 * @param {string} code
 * @param {any} pagefind
 * @returns {any} an instance of Pagefind for one language
 */
function createFor(code, pagefind) {
  const page = document.documentElement;
  const written = page.lang;
  try {
    page.lang = code;
    return pagefind.createInstance({
      basePath: indexFolder.href,
      excerptLength: EXCERPT,
      language: code,
      noWorker: true,
      ranking: RANKING,
    });
  } finally {
    page.lang = written;
  }
}
