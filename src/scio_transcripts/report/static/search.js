// Data of the site, which come as scripts that call `readingRoom`, and the search for words in it.
// Nothing here makes HTML, and no address is loaded but those of the site's own folder `data`.
"use strict";
window.readingRoom = (() => {
  const LONGEST_TERM = 32;
  const MOST_BLOCKS = 12;
  const HAN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/u;
  const PARTS = new RegExp(`${HAN.source}|[^\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+`, "gu");
  const ROLES = { chair: 1, official: 2, reporter: 4 };
  const loading = new Map();
  const blocks = new Map();
  let info = { years: [], most: 0, words: [] };

  /** Load a script of the folder `data`, once. */
  function load(name) {
    if (!loading.has(name)) {
      loading.set(name, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = `data/${name}`;
        script.onload = done;
        script.onerror = () => { loading.delete(name); failed(new Error(`data/${name} cannot be loaded`)); };
        document.head.append(script);
      }));
    }
    return loading.get(name);
  }

  /** The terms of what somebody types: the rule of `words.py`. */
  function terms(text) {
    const found = [];
    for (const [run] of text.normalize("NFKC").matchAll(/[\p{L}\p{N}]+/gu)) {
      for (const [part] of run.matchAll(PARTS)) {
        const letters = [...part];
        if (!HAN.test(part)) found.push(letters.slice(0, LONGEST_TERM).join("").toLowerCase());
        else if (letters.length === 1) found.push(part);
        else for (let i = 0; i + 1 < letters.length; i += 1) found.push(letters[i] + letters[i + 1]);
      }
    }
    return [...new Set(found)];
  }

  /** The numbers of the blocks that hold terms with this beginning. */
  function blocksOf(start) {
    const firsts = info.words;
    const past = start + "\uffff";
    let low = 0;
    while (low + 1 < firsts.length && firsts[low + 1] <= start) low += 1;
    const numbers = [];
    for (let i = low; i < firsts.length && firsts[i] <= past; i += 1) numbers.push(i);
    return numbers;
  }

  /** Transcripts that hold a term with this beginning, each with the roles that say it. */
  async function placesOf(start) {
    const numbers = blocksOf(start);
    const whole = numbers.length > MOST_BLOCKS;  // of a short beginning, only the word itself
    const wanted = whole ? numbers.slice(0, 1) : numbers;
    await Promise.all(wanted.map((n) => load(`words-${n}.js`)));
    const places = new Map();
    for (const number of wanted) {
      for (const [term, steps] of blocks.get(number) || []) {
        if (term === start || (!whole && term.startsWith(start))) {
          let at = 0;
          for (const step of steps) {
            at += step >> 4;
            places.set(at, (places.get(at) || 0) | (step & 15));
          }
        }
      }
    }
    return places;
  }

  /** Numbers of the transcripts in which all words occur, said by `role` or by anybody; null without words. */
  async function search(text, role) {
    const wanted = terms(text);
    if (!wanted.length) return null;
    const mask = ROLES[role] || 15;
    const each = await Promise.all(wanted.map(placesOf));
    each.sort((a, b) => a.size - b.size);
    const found = new Set();
    for (const [number] of each[0]) {
      if (each.every((places) => (places.get(number) || 0) & mask)) found.add(number);
    }
    return found;
  }

  return {
    load,
    search,
    terms,
    get info() { return info; },
    onOpen: () => {},
    onEntries: () => {},
    open(given) { info = given; this.onOpen(given); },
    entries(year, data) { this.onEntries(year, data); },
    block(number, given) { blocks.set(number, Object.entries(given)); },
  };
})();
