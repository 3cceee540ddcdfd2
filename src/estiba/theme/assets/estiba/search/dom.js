/** Elements out of plain texts: nothing of a note is ever read as HTML. */

/**
 * @typedef {object} Run
 * @property {string} text
 * @property {boolean} isMarked whether the search found it
 */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} className
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * @param {string} className
 * @param {() => void} act
 * @param {...(Node | string)} children
 * @returns {HTMLButtonElement}
 */
export function button(className, act, ...children) {
  const made = element("button", className, ...children);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/**
 * @param {string} className
 * @param {string} href
 * @param {...(Node | string)} children
 * @returns {HTMLAnchorElement}
 */
export function link(className, href, ...children) {
  const made = element("a", className, ...children);
  made.href = href;
  return made;
}

/**
 * @param {Run[]} runs
 * @returns {(Node | string)[]}
 */
export function marked(runs) {
  return runs.map((run) => (run.isMarked ? element("mark", "", run.text) : run.text));
}
