/**
 * What changes in an example when it is filled in: the same, word for word, as `filled` in
 * `compose/variables/rewriting.py`, by the plan that `markdown/plan.py` writes. A test compares the two.
 *
 * @typedef {{name: string, control: string, default?: string, reference?: string, isPlaceholder?: boolean,
 *   isUnplaced?: boolean}} Variable `reference` is `${NAME}`, for where its author wrote a value
 * @typedef {{style: string, cuts: number[], variables: number[], quoted: string[], indent: number}} Slot
 * @typedef {{variables: Variable[], slots: Slot[]}} Plan
 * @typedef {{text: string, variable?: number}} Run of characters; `variable` is whose value it is
 * @typedef {{start: number, end: number, runs: Run[]}} Change
 * @typedef {(string | undefined)[]} Texts one a variable; undefined for what stays as it is
 */

const PLAIN = /^(?:[\w./$+~^-](?:[\w./$+~^@%=:-]*[\w./$+~^@%=-])?|\$\{\w+(?::-[\w./+@-]+)?\})$/;
const IN_BLOCK = /^[^ \t\n](?:[^]*[^ \t\n])?$/;
const INTEGER = /^(?:0|-?[1-9][0-9]{0,17})$/;
const NO_TEXT = new RegExp(
  "^(?:[~-]|null|true|false|yes|no|on|off|y|n|[-+]?\\.(?:inf|nan)" +
    "|[-+]?(?:0x[0-9a-f_]+|0b[01_]+|0o[0-7_]+)" +
    "|[-+]?(?:\\.[0-9_]+|[0-9][0-9_]*(?:\\.[0-9_]*)?)(?:e[-+]?[0-9_]+)?" +
    "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?" +
    "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t \\t].*)?)$",
  "i",
);
const ODD = /[^\n\t\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|[\u2028\u2029]/u;
/** @type {Record<string, string>} */
const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r" };

/**
 * @param {string} text of the example
 * @param {Plan} plan
 * @param {Texts} texts as Compose is to read them
 * @returns {Change[]} in order
 */
export function changesOf(text, { slots }, texts) {
  return slots.flatMap((slot) => {
    const { cuts, quoted, variables } = slot;
    const news = variables.map((variable) => texts[variable]);
    if (news.every((one) => one === undefined)) return [];
    const written = cuts.slice(1).map((cut, at) => text.slice(cuts[at], cut));
    const isInPlace = fits(slot.style, written, news);
    const runs = (isInPlace ? written : quoted).map((piece, at) => {
      const half = (at - 1) / 2; // every second piece is a variable
      const value = news[half];
      if (value === undefined) return { text: piece };
      return { text: isInPlace ? inPlace(value, slot) : escaped(value), variable: variables[half] };
    });
    if (!isInPlace) return { start: cuts[0], end: cuts[cuts.length - 1], runs };
    return runs
      .map((run, at) => ({ start: cuts[at], end: cuts[at + 1], runs: [run] }))
      .filter(({ runs: [run] }) => run.variable !== undefined);
  });
}

/**
 * @param {string} text which fits
 * @param {Slot} slot
 * @returns {string} as what stands around it wants it
 */
function inPlace(text, { style, indent }) {
  if (style === "'") return text.replaceAll("'", "''");
  return style === '"' ? escaped(text) : text.replaceAll("\n", "\n" + " ".repeat(indent));
}

/**
 * @param {string} text
 * @returns {string} as it stands between double quotes
 */
function escaped(text) {
  const codeOf = (/** @type {string} */ char) => Number(char.codePointAt(0)).toString(16).padStart(8, "0");
  return text
    .replace(/[\\"\n\t\r]/g, (char) => ESCAPES[char])
    .replace(new RegExp(ODD, "gu"), (char) => `\\U${codeOf(char)}`);
}

/**
 * @param {string} style
 * @param {string[]} pieces as they are written
 * @param {Texts} news
 * @returns {boolean} whether they can be put in without any change to what stands around them
 */
function fits(style, pieces, news) {
  const every = (/** @type {(text: string) => boolean} */ test) => news.every((one) => one === undefined || test(one));
  const isPlain = every((one) => PLAIN.test(one));
  if (style === "'" || style === '"') {
    if (pieces.some((piece) => piece.includes("\n"))) return isPlain;
    return style === '"' || every((one) => !one.includes("\n") && !ODD.test(one));
  }
  if (style === "|" || style === ">") {
    return every((one) => IN_BLOCK.test(one) && !ODD.test(one) && (style === "|" || !one.includes("\n")));
  }
  const joined = pieces.map((piece, at) => news[(at - 1) / 2] ?? piece).join("");
  const isNumber = INTEGER.test(joined) && INTEGER.test(pieces.join(""));
  return !style && isPlain && (isNumber || !NO_TEXT.test(joined));
}
