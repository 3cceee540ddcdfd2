/**
 * A page under `estiba serve`: it is loaded anew when it has changed, and a bar says what is wrong with its note.
 *
 * The browser keeps the place of the reader when a page is loaded anew. Where the reader has typed something,
 * the page waits until they ask for it.
 *
 * @typedef {object} State
 * @property {string} state tells this answer from others
 * @property {string} page tells what the page shows; empty where nothing is at its address
 * @property {number} texts counts how often anything has changed that a page shows
 * @property {string} status what is wrong, in short; empty where nothing is
 * @property {string[]} problems the same at length
 * @property {{name: string, more: string, changed: string, reload: string}} words
 */

const own = new URL(".", import.meta.url);
const CALM = 1000;

/** The address of the page that `shown` is about. */
let path = location.pathname;
/** What tells the page that is open. */
let shown = document.querySelector("script[data-estiba-page]")?.getAttribute("data-estiba-page") ?? "";
let known = "";
/** @type {number | undefined} */
let texts;
let asking = new AbortController();
/** Where the reader has typed. @type {Set<EventTarget>} */
const typed = new Set();

const bar = document.createElement("aside");
const status = document.createElement("p");
const more = document.createElement("details");
const summary = document.createElement("summary");
const list = document.createElement("ul");
const reload = document.createElement("button");

function build() {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("live.css", own).href;
  document.head.append(style);
  bar.className = "estiba-live";
  bar.hidden = true;
  status.setAttribute("role", "status");
  reload.type = "button";
  reload.addEventListener("click", () => location.reload());
  more.append(summary, list);
  bar.append(status, reload, more);
  document.body.append(bar);
}

/** @returns {boolean} whether something stands in the page that its reader has typed */
function isTyped() {
  return [...typed].some(
    (one) =>
      (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement) &&
      one.getClientRects().length > 0 &&
      one.value !== one.defaultValue,
  );
}

/** @param {State} state */
function show(state) {
  const isOld = shown !== state.page;
  const parts = isOld ? [state.words.changed, state.status] : [state.status];
  const text = parts.filter(Boolean).join(" ");
  if (status.textContent !== text) status.textContent = text;
  bar.setAttribute("aria-label", state.words.name);
  summary.textContent = state.words.more;
  reload.textContent = state.words.reload;
  reload.hidden = !isOld;
  more.hidden = !state.problems.length;
  list.replaceChildren(
    ...state.problems.map((words) => Object.assign(document.createElement("li"), { textContent: words })),
  );
  bar.hidden = !text;
}

/** @param {State} state */
function take(state) {
  known = state.state;
  shown ||= state.page;
  if (state.page !== shown && !isTyped()) {
    location.reload();
    return;
  }
  if (texts !== undefined && texts !== state.texts) document.dispatchEvent(new Event("estiba:texts"));
  texts = state.texts;
  show(state);
}

/** Ask until the page is out of sight; the server answers when there is something new. */
async function listen() {
  while (document.visibilityState === "visible") {
    if (path !== location.pathname) {
      path = location.pathname;
      shown = known = "";
    }
    asking = new AbortController();
    try {
      const address = new URL("live", own);
      address.search = new URLSearchParams({ page: path, state: known }).toString();
      const answer = await fetch(address, { signal: asking.signal, cache: "no-store" });
      if (!answer.ok) throw new Error(String(answer.status));
      const state = await answer.json();
      if (path === location.pathname) take(state);
    } catch {
      await new Promise((done) => window.setTimeout(done, CALM)); // the server has ended, or begins again
    }
  }
}

build();
document.addEventListener("input", (event) => event.target && typed.add(event.target), true);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") listen();
  else asking.abort();
});
window.setInterval(() => path !== location.pathname && asking.abort(), CALM); // instant navigation
listen();
