/** When two spellings are one word: the same rule as that of the build (`estiba/folding.py`). */

/**
 * @param {string} text
 * @returns {string} what is compared instead of it: no case, no accents (ñ is n), one Unicode form
 */
export function fold(text) {
  let plain = text;
  for (let turn = 0; turn < 2; turn++) plain = plain.toUpperCase().toLowerCase().normalize("NFKD");
  return plain.replace(/\p{M}/gu, "").replaceAll("ς", "σ").normalize("NFC");
}

/**
 * @param {string} text
 * @returns {string[]} its words, folded: what stands between punctuation and white space
 */
export function foldedWords(text) {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
