/** Searches for a state, and shows what it finds: the reader's language first, then others, then the facets. */

import { box, isOpen } from "./dialog.js";
import { Engine } from "./engine.js";
import { drawFacets } from "./facets.js";
import { resultGroup } from "./list.js";
import * as panel from "./panel.js";
import { wordsOf } from "./query.js";
import { addTags, isNarrowed, NOTHING, widen } from "./state.js";
import { isReaders, languageName, text } from "./texts.js";
import { loadVocabulary } from "./vocabulary.js";

/**
 * @typedef {import("./state.js").SearchState} SearchState
 * @typedef {import("./state.js").Change} Change
 * @typedef {import("./engine.js").Counts} Counts
 * @typedef {import("./engine.js").Part} Part
 */

/** How long a reader who has asked for nothing is left alone before the facets are fetched; milliseconds. */
const IDLE = 900;

/** How long the reader must not type until the facets are counted, in milliseconds. */
const CALM = 100;

/** From how many letters on a word is worth its part of the index before the reader pauses. */
const TELLING = 3;

export class Finder {
  #engine = new Engine();
  /** Counts searches: what comes back for an older one is dropped. */
  #turn = 0;
  #timer = 0;
  /** Those of the facets that are shown. @type {Counts | undefined} */
  #counts;
  /** @type {SearchState} */
  #state = NOTHING;
  /** Done when the results of the last search are shown. @type {Promise<void>} */
  #current = Promise.resolve();
  /** @type {(change: Change) => void} */
  #choose;

  /**
   * @param {(change: Change) => void} choose called when the reader chooses a facet or takes one back
   */
  constructor(choose) {
    this.#choose = choose;
    document.addEventListener("estiba:texts", () => (this.#engine = new Engine())); // under `estiba serve`
  }

  /** Fetch what every search needs. */
  prepare() {
    this.#engine.first().catch(() => {});
  }

  /**
   * @param {SearchState} state
   * @param {number} pause how long to wait for the next key, in milliseconds
   */
  search(state, pause) {
    this.#state = state;
    this.#turn += 1;
    window.clearTimeout(this.#timer);
    this.#timer = 0;
    if (pause) this.#timer = window.setTimeout(() => this.#start(), pause);
    else {
      this.#drawFacets();
      this.#start();
    }
    const words = wordsOf(state.text);
    if (pause && (words.split(/\s+/).at(-1) ?? "").length >= TELLING) {
      this.#engine.first().then((part) => part.preload(words), () => {});
    }
  }

  /** @returns {Promise<void>} done when the results of what was asked for last are shown */
  settled() {
    if (this.#timer) this.#start();
    return this.#current;
  }

  /** Count the facets now, where that was left for later. */
  fillFacets() {
    if (!this.#counts) this.#countFacets(this.#turn).catch(() => {});
  }

  #start() {
    window.clearTimeout(this.#timer);
    this.#timer = 0;
    const mine = this.#turn;
    this.#current = this.#find(mine).catch(() => {
      if (mine === this.#turn) panel.showFailure(() => this.#retry());
    });
  }

  /** Try anew, with nothing of what failed. */
  #retry() {
    this.#engine = new Engine();
    box.focus();
    this.search(this.#state, 0);
  }

  /**
   * @param {number} mine the turn of this search
   */
  async #find(mine) {
    const words = wordsOf(this.#state.text);
    if (!words && !isNarrowed(this.#state)) {
      panel.showPrompt();
      window.setTimeout(
        () => mine === this.#turn && isOpen() && this.#countFacets(mine).catch(() => {}),
        this.#counts ? 0 : IDLE,
      );
      return;
    }
    panel.showWaiting();
    const first = await this.#engine.first();
    const found = await first.search(words, this.#filters());
    if (!found.length && !navigator.onLine) throw new Error("a part of the index may be missing");
    const heading = isReaders(first.language) ? "" : text("only-in", { language: languageName(first.language) });
    const own = await resultGroup(found, this.#options(first, words, heading));
    if (mine !== this.#turn) return;
    if (found.length) {
      panel.showResults([own], found.length);
      this.#findMore(mine, words, found.length).catch(() => {});
    } else await this.#findMore(mine, words, 0);
  }

  /**
   * Find what can wait: notes in other languages, then the facets.
   *
   * @param {number} mine the turn of this search
   * @param {string} words
   * @param {number} shown how many results there are in the reader's language
   */
  async #findMore(mine, words, shown) {
    const groups = [];
    let total = shown;
    for (const part of await this.#engine.others()) {
      const found = await part.search(words, this.#filters());
      if (mine !== this.#turn) return;
      if (!found.length) continue;
      const heading = text(shown ? "also-in" : "only-in", { language: languageName(part.language) });
      groups.push(await resultGroup(found, this.#options(part, words, heading)));
      total += found.length;
    }
    if (mine !== this.#turn) return;
    if (groups.length && shown) panel.addResults(groups, total);
    else if (groups.length) panel.showResults(groups, total);
    else if (!shown) panel.showNothing(isNarrowed(this.#state) ? () => this.#widen() : null);
    window.setTimeout(() => mine === this.#turn && this.#countFacets(mine).catch(() => {}), CALM);
  }

  /**
   * @param {number} mine the turn of this search
   */
  async #countFacets(mine) {
    const [first, others] = await Promise.all([this.#engine.first(), this.#engine.others(), loadVocabulary()]);
    if (mine !== this.#turn) return;
    const words = wordsOf(this.#state.text);
    const counts = [];
    for (const part of [first, ...others]) counts.push(await part.count(words, this.#filters()));
    if (mine !== this.#turn) return;
    this.#counts = sum(counts);
    await this.#drawFacets();
  }

  /** Show the facets as they were chosen, with the counts that are known. */
  async #drawFacets() {
    if (!this.#counts) return;
    const vocabulary = await loadVocabulary();
    drawFacets(panel.facets, this.#state, this.#counts, vocabulary, this.#choose);
  }

  /** Take all facets back. */
  #widen() {
    box.focus();
    this.#choose(widen);
  }

  /**
   * @param {Part} part
   * @param {string} words
   * @param {string} heading
   */
  #options(part, words, heading) {
    return { words, heading, language: part.language, chooseTag: (/** @type {string} */ slug) => this.#addTag(slug) };
  }

  /**
   * @param {string} slug
   */
  #addTag(slug) {
    box.focus();
    this.#choose(addTags([slug]));
  }

  /** @returns {object} the facets that were chosen, as Pagefind takes them: all of them at once */
  #filters() {
    const { tags, folder, example } = this.#state;
    return {
      ...(tags.length && { tag: { all: tags } }),
      ...(folder && { folder }),
      ...(example && { example: "checked" }),
    };
  }
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
function sum(all) {
  /** @type {Counts} */
  const total = {};
  for (const counts of all) {
    for (const [group, values] of Object.entries(counts)) {
      total[group] ??= {};
      for (const [value, number] of Object.entries(values)) total[group][value] = (total[group][value] ?? 0) + number;
    }
  }
  return total;
}
