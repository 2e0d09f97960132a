// One transcript: opens what is folded around an anchor, finds words, copies citations, prints everything.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const MOST = 2000;
  const at = (id) => document.getElementById(id);
  const exchanges = [...document.querySelectorAll("details.exchange")];
  const paragraphs = [...document.querySelectorAll(".speech p")];

  // --- folding -----------------------------------------------------------------------------------
  function open(element) {
    for (let box = element.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  }

  function openAnchor() {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { return; }
    const element = name && at(name);
    if (!element) return;
    open(element);
    element.scrollIntoView();
  }
  window.addEventListener("hashchange", openAnchor);
  openAnchor();

  const all = at("open-all");
  if (all) {
    at("controls").hidden = false;
    const words = all.textContent;
    const say = () => {
      const opened = exchanges.every((box) => box.open);
      all.setAttribute("aria-pressed", String(opened));
      all.textContent = opened ? words.replace("Open", "Close") : words;
    };
    all.addEventListener("click", () => {
      const opened = exchanges.every((box) => box.open);
      for (const box of exchanges) box.open = !opened;
    });
    for (const box of exchanges) box.addEventListener("toggle", say);
    say();
  }

  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = exchanges.filter((box) => !box.open);
    for (const box of closed) box.open = true;
  });
  window.addEventListener("afterprint", () => { for (const box of closed) box.open = false; });
  if (window.matchMedia("(max-width: 62rem)").matches) at("contents").open = false;

  // --- find --------------------------------------------------------------------------------------
  const field = at("find-words");
  let marks = [];
  let here = -1;

  function clear() {
    for (const mark of marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
    marks = [];
    here = -1;
  }

  /** Words as a pattern: any blanks, any quotation marks and dashes. */
  function pattern(words) {
    const plain = words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "\\s+")
      .replace(/['‘’]/g, "['‘’]").replace(/["“”]/g, "[\"“”]").replace(/[-–—]/g, "[-–—]");
    return new RegExp(plain, "giu");
  }

  function markAll(regex) {
    for (const paragraph of paragraphs) {
      const node = paragraph.lastChild;
      if (!node || node.nodeType !== Node.TEXT_NODE) continue;
      const found = [...node.data.matchAll(regex)].slice(0, MOST - marks.length);
      for (const match of found.reverse()) {  // from behind, so that places stay
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        const mark = document.createElement("mark");
        range.surroundContents(mark);
        found[found.indexOf(match)] = mark;
      }
      marks.push(...found.reverse());
      if (marks.length >= MOST) return;
    }
  }

  function find(words, jump) {
    clear();
    const given = words.normalize("NFC").trim().slice(0, 200);
    if (given) markAll(pattern(given));
    const several = given.split(/[\s,;"“”]+/).filter(Boolean);
    if (given && !marks.length && several.length > 1) {
      const each = several.map((word) => pattern(word).source);
      markAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${each.join("|")})`, "giu"));
    }
    if (jump && marks.length) go(1);
    else say();
  }

  function say() {
    const many = marks.length >= MOST ? `${MOST}+` : String(marks.length);
    at("find-status").textContent = !field.value.trim() ? "" : !marks.length ? "Not found"
      : here < 0 ? `${many} found` : `${here + 1} of ${many}`;
    for (const button of [at("find-before"), at("find-next")]) button.disabled = !marks.length;
  }

  function go(step) {
    if (!marks.length) return;
    if (here >= 0) marks[here].removeAttribute("aria-current");
    here = (here + step + marks.length) % marks.length;
    const mark = marks[here];
    mark.setAttribute("aria-current", "true");
    open(mark);
    mark.scrollIntoView({ block: "center" });
    say();
  }

  let timer = 0;
  at("find").hidden = false;
  at("find").addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => find(field.value, false), 150); });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(timer);
      if (!marks.length || here < 0) find(field.value, true);
      else go(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      field.value = "";
      find("", false);
    }
  });
  at("find-next").addEventListener("click", () => go(1));
  at("find-before").addEventListener("click", () => go(here < 0 ? 0 : -1));
  const asked = new URLSearchParams(location.search).get("find");
  if (asked) {
    field.value = asked.slice(0, 200);
    find(field.value, !location.hash);
  } else {
    say();
  }

  // --- cite --------------------------------------------------------------------------------------
  const dialog = at("cite");
  document.addEventListener("click", (event) => {
    const number = event.target.closest("a.number");
    if (!number || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const paragraph = number.closest("p");
    const words = paragraph.textContent.slice(number.textContent.length);
    const citation = paragraph.closest(".turn").dataset.citation || "";
    at("cite-number").textContent = number.textContent;
    at("cite-words").textContent = words.length > 280 ? `${words.slice(0, 280)}…` : words;
    at("cite-text").textContent = citation.replace(/\{\}$/, number.textContent.split(".")[1]) || "none can be made";
    at("cite-anchor").textContent = paragraph.dataset.anchor || "none";
    at("cite-link").textContent = location.href.split("#")[0].split("?")[0] + number.getAttribute("href");
    at("cite-status").textContent = "";
    dialog.showModal();
  });
  at("cite-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });

  async function copy(button) {
    const source = at(button.dataset.copies);
    const status = dialog.open ? at("cite-status") : button;
    try {
      await navigator.clipboard.writeText(source.textContent);
      status.textContent = "Copied";
    } catch {  // no leave to write: the words are selected instead
      window.getSelection().selectAllChildren(source);
      status.textContent = "Selected: copy it with the keyboard";
    }
  }
  for (const button of document.querySelectorAll("button.copy")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
});
