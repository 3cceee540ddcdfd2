/**
 * Shows what a link to another note leads to, for whoever rests on it with the mouse or the keyboard: the
 * title, the description and the first lines of its page, which is fetched when it is asked for.
 *
 * All of it is put into the page as text. Links in lists have their descriptions beside them already.
 */

import { extract } from "./preview_text.js";

const LINKS = ".md-content article a[href]";
/** What Material marks a link with that has the focus. Other classes are of links that are no part of a text. */
const FOCUSED = "focus-visible";
const NOT = ".estiba-head, .estiba-notes, .estiba-tags, .estiba-example, .md-source-file, nav";
const LIST = ".estiba-list";
const ID = "estiba-preview";
const OPENS_AFTER = 300;
const CLOSES_AFTER = 200;
const GAP = 6;
/** The root of the site, two folders above this file's. */
const ROOT = new URL("../../", import.meta.url);

/** @type {Map<string, Promise<Document | null>>} */
const pages = new Map();
/** @type {HTMLAnchorElement | null} the link that is meant, whether its card is there yet or not */
let current = null;
/** @type {AbortController} */
let asked = new AbortController();
let timer = 0;

/**
 * @param {EventTarget | null} target
 * @returns {HTMLAnchorElement | null} the link there, if it leads to another page of this site
 */
function linkAt(target) {
  const link = target instanceof Element ? target.closest(LINKS) : null;
  if (!(link instanceof HTMLAnchorElement) || link.closest(NOT)) return null;
  if ([...link.classList].some((name) => name !== FOCUSED)) return null;
  if (link.closest(LIST) && !link.closest(".estiba-backlinks")) return null;
  const isPage = link.pathname.endsWith("/") || link.pathname.endsWith(".html");
  const isOfSite = link.origin === ROOT.origin && link.pathname.startsWith(ROOT.pathname);
  return isOfSite && isPage && link.pathname !== location.pathname ? link : null;
}

/**
 * @param {HTMLAnchorElement} link
 * @returns {Promise<Document | null>} the page that it leads to; null where it cannot be had
 */
function pageOf(link) {
  const url = link.href.split("#")[0];
  let page = pages.get(url);
  if (!page) {
    page = load(url, asked.signal).catch(() => {
      pages.delete(url);
      return null;
    });
    pages.set(url, page);
  }
  return page;
}

/**
 * @param {string} url
 * @param {AbortSignal} signal
 */
async function load(url, signal) {
  const answer = await fetch(url, { signal });
  if (!answer.ok || !answer.headers.get("content-type")?.startsWith("text/html")) return null;
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/**
 * @param {string} hash
 * @returns {string} the id that it names
 */
function placeIn(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
function part(name, text) {
  const element = document.createElement("span");
  element.className = `estiba-preview__${name}`;
  element.textContent = text;
  return element;
}

/**
 * Put the card below the line of the link that is pointed at, or above it where there is more room.
 *
 * @param {HTMLElement} card
 * @param {HTMLAnchorElement} link
 * @param {number} [y] the height at which the pointer is
 */
function place(card, link, y) {
  const lines = [...link.getClientRects()];
  const line = lines.find(({ top, bottom }) => y !== undefined && top <= y && y <= bottom) ?? lines[0];
  if (!line) return;
  const { clientWidth, clientHeight } = document.documentElement;
  const { width, height } = card.getBoundingClientRect();
  const isBelow = line.bottom + GAP + height <= clientHeight || line.top < clientHeight - line.bottom;
  const left = Math.max(GAP, Math.min(line.left, clientWidth - width - GAP));
  const top = isBelow ? line.bottom + GAP : Math.max(GAP, line.top - GAP - height);
  card.style.left = `${left}px`;
  card.style.top = `${top}px`;
}

/**
 * @param {HTMLAnchorElement} link
 * @param {number} [y]
 */
async function open(link, y) {
  const page = await pageOf(link);
  const text = page && extract(page, placeIn(link.hash));
  if (!text || current !== link || !link.isConnected) return;
  const made = document.createElement("div");
  made.id = ID;
  made.className = "estiba-preview";
  made.setAttribute("role", "tooltip");
  made.lang = text.language;
  made.append(part("title", text.title));
  if (text.description) made.append(part("description", text.description));
  if (text.lines) made.append(part("lines", text.lines));
  (link.closest("article") ?? document.body).append(made);
  link.setAttribute("aria-describedby", ID);
  place(made, link, y);
}

const card = () => document.getElementById(ID);

function close() {
  clearTimeout(timer);
  asked.abort();
  card()?.remove();
  current?.removeAttribute("aria-describedby");
  current = null;
}

/**
 * @param {HTMLAnchorElement} link
 * @param {number} [y]
 */
function mean(link, y) {
  clearTimeout(timer);
  if (link === current && card()) return;
  close();
  current = link;
  asked = new AbortController();
  timer = window.setTimeout(() => void open(link, y), OPENS_AFTER);
}

function leave() {
  clearTimeout(timer);
  if (current) timer = window.setTimeout(close, CLOSES_AFTER);
}

document.addEventListener("pointerover", ({ target, pointerType, clientY }) => {
  if (pointerType !== "mouse") return;
  const link = linkAt(target);
  if (link) mean(link, clientY);
  else if (target instanceof Element && target.closest(`#${ID}`)) clearTimeout(timer);
  else if (current && document.activeElement !== current) leave();
});

document.addEventListener("focusin", ({ target }) => {
  const link = linkAt(target);
  if (link?.matches(":focus-visible")) mean(link);
});

document.addEventListener("focusout", ({ target }) => {
  if (target === current) leave();
});

document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") close();
});

document.addEventListener("click", close, { capture: true });
document.addEventListener("scroll", () => card() && close(), { passive: true });
