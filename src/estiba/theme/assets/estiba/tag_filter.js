/**
 * The filter box above the index of tags: narrows the index as one types.
 *
 * A tag stays if its name, with those of the tags above it (`redes/vpn`), holds what was
 * typed; case and accents do not count. What stands above a tag that stays, stays too.
 */

import { fold } from "./search/folding.js";

const BOX = "#estiba-tag-filter";
const ENTRY = ".estiba-tags__entry";
const GROUPS = ".estiba-tags__letter, .estiba-tags__part";

/**
 * @param {Element} entry
 * @returns {string} its name, below those of the tags above it
 */
function nameOf(entry) {
  const own = entry.firstElementChild?.textContent ?? "";
  const above = entry.parentElement?.closest(ENTRY);
  return above ? `${nameOf(above)}/${own}` : own;
}

/**
 * @param {Element} status
 * @param {number} left
 * @returns {string} how many tags are left, in words
 */
function inWords(status, left) {
  const { estibaOne = "", estibaOther = "", estibaNone = "" } = /** @type {HTMLElement} */ (status).dataset;
  if (!left) return estibaNone;
  const language = document.documentElement.lang || "en";
  const text = new Intl.PluralRules(language).select(left) === "one" ? estibaOne : estibaOther;
  return text.replace("{number}", new Intl.NumberFormat(language).format(left));
}

/**
 * @param {HTMLInputElement} box
 */
function narrow(box) {
  const index = document.querySelector(".estiba-tags");
  const status = document.querySelector(".estiba-tag-filter__left");
  if (!index || !status) return;
  const wanted = fold(box.value).trim().replace(/^#(?=.)/, "");
  const entries = [...index.querySelectorAll(ENTRY)];
  const found = entries.filter((entry) => fold(nameOf(entry)).includes(wanted));
  const shown = new Set(found);
  for (const entry of found) {
    for (let above = entry.parentElement?.closest(ENTRY); above; above = above.parentElement?.closest(ENTRY)) {
      shown.add(above);
    }
  }
  for (const entry of entries) entry.toggleAttribute("hidden", !shown.has(entry));
  for (const group of index.querySelectorAll(GROUPS)) {
    group.toggleAttribute("hidden", !group.querySelector(`${ENTRY}:not([hidden])`));
  }
  document.querySelector(".estiba-tags__letters")?.toggleAttribute("hidden", wanted !== "");
  status.textContent = wanted ? inWords(status, found.length) : "";
}

document.addEventListener("input", (event) => {
  const box = event.target;
  if (box instanceof HTMLInputElement && box.matches(BOX)) narrow(box);
});

document.addEventListener("keydown", (event) => {
  const box = event.target;
  if (event.key !== "Escape" || !(box instanceof HTMLInputElement) || !box.matches(BOX) || !box.value) return;
  event.preventDefault();
  box.value = "";
  narrow(box);
});
