/**
 * Draws diagrams by Mermaid, the script that the site's owner brings, on the pages that have any.
 *
 * A drawing is shown as a picture, so that nothing in it can run, or change the page; its code stays
 * below it. Without JavaScript, or where drawing fails, the code is all there is.
 */

/**
 * @typedef {object} Mermaid
 * @property {(options: object) => void} initialize
 * @property {(id: string, code: string) => Promise<{svg: string}>} render
 */

const BLOCK = ".estiba-diagram";
const FONT = "system-ui, sans-serif";

/** @type {Map<string, Promise<Mermaid>>} by address */
const scripts = new Map();
/** @type {WeakMap<Element, string>} the theme in which each block is drawn */
const themes = new WeakMap();
/** Mermaid's settings hold for all, so that one drawing is made after the other. */
let queue = Promise.resolve();
let count = 0;

/** @returns {string} Mermaid's name for the colours of the page */
function theme() {
  return document.body.dataset.mdColorScheme === "slate" ? "dark" : "default";
}

/**
 * @param {string} address relative to the page; one of another site is refused: a note may have written it
 * @returns {Promise<Mermaid>}
 */
function load(address) {
  const { href, origin } = new URL(address, location.href);
  if (origin !== new URL(import.meta.url).origin) throw new Error(`not of this site: ${href}`);
  const loading = scripts.get(href) ?? run(href);
  scripts.set(href, loading);
  return loading;
}

/**
 * @param {string} href
 * @returns {Promise<Mermaid>}
 */
function run(href) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = href;
    script.addEventListener("error", reject);
    script.addEventListener("load", () => {
      const { mermaid } = /** @type {{mermaid?: Mermaid}} */ (/** @type {unknown} */ (window));
      if (mermaid) resolve(mermaid);
      else reject(new Error(`no Mermaid: ${href}`));
    });
    document.head.append(script);
  });
}

/**
 * @param {string} svg HTML's way of writing it
 * @param {string} name
 * @returns {HTMLImageElement}
 */
function picture(svg, name) {
  const root = new DOMParser().parseFromString(svg, "text/html").querySelector("svg");
  if (!root) throw new Error("no drawing");
  const image = new Image();
  const [, , width, height] = (root.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);
  if (width > 0 && height > 0) {
    for (const element of [root, image]) {
      element.setAttribute("width", String(Math.ceil(width)));
      element.setAttribute("height", String(Math.ceil(height)));
    }
  }
  image.className = "estiba-diagram__picture";
  image.alt = name;
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(root))}`;
  return image;
}

/**
 * @param {HTMLElement} block
 * @param {string} text
 * @returns {HTMLDetailsElement} what holds the code, which one may open
 */
function fold(block, text) {
  const summary = document.createElement("summary");
  summary.textContent = text;
  const details = document.createElement("details");
  details.className = "estiba-diagram__code";
  details.append(summary, ...block.childNodes);
  block.append(details);
  return details;
}

/** @param {HTMLElement} block */
async function draw(block) {
  const { estibaScript = "", estibaName = "", estibaCode = "" } = block.dataset;
  const id = `estiba-drawing-${(count += 1)}`;
  const wanted = theme();
  if (!block.isConnected || themes.get(block) === wanted) return;
  themes.set(block, wanted);
  const old = block.querySelector("img");
  try {
    const mermaid = await load(estibaScript);
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: "strict",
      suppressErrorRendering: true,
      htmlLabels: false,
      flowchart: { htmlLabels: false },
      fontFamily: FONT,
      theme: wanted,
    });
    const { svg } = await mermaid.render(id, block.querySelector("code")?.textContent ?? "");
    const image = picture(svg, estibaName);
    const details = block.querySelector("details") ?? fold(block, estibaCode);
    if (old) old.replaceWith(image);
    else details.before(image);
  } catch (error) {
    old?.remove();
    block.querySelector("details")?.setAttribute("open", "");
    console.warn("estiba: a diagram is shown as code:", error);
  } finally {
    for (const left of [id, `d${id}`]) document.getElementById(left)?.remove();
  }
}

function drawAll() {
  for (const block of document.querySelectorAll(BLOCK)) {
    queue = queue.then(() => draw(/** @type {HTMLElement} */ (block)));
  }
}

new MutationObserver(drawAll).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });

const pages = /** @type {any} */ (window).document$;
if (pages) pages.subscribe(drawAll);
else drawAll();
