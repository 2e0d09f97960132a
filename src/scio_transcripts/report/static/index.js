// The list of transcripts: filters, order, search. Everything that comes from a transcript is set as text.
"use strict";
(() => {
  const room = window.readingRoom;
  const STEP = 25;
  const MOST_OPTIONS = 3000;
  const OWNERS = [
    ["mainland", "Mainland, any"], ["central-state", "Mainland, central state"],
    ["local-state", "Mainland, provinces and cities"], ["party", "Mainland, party bodies"],
    ["private", "Mainland, private"], ["hk-mo-tw", "Hong Kong, Macao, Taiwan"], ["foreign", "Foreign, any"],
    ["foreign-public", "Foreign, public"], ["foreign-private", "Foreign, private"], ["-", "Not in the registry"],
  ];
  const GROUPS = { mainland: ["central-state", "local-state", "party", "private"],
    foreign: ["foreign-public", "foreign-private"], "-": [""] };
  const ORDERS = {
    "": (a, b) => b.date.localeCompare(a.date) || a.number - b.number,
    oldest: (a, b) => (a.date || "9").localeCompare(b.date || "9") || a.number - b.number,
    title: (a, b) => a.title.localeCompare(b.title, "en") || a.number - b.number,
    exchanges: (a, b) => b.exchanges - a.exchanges || a.number - b.number,
    outlets: (a, b) => b.outlets.length - a.outlets.length || a.number - b.number,
    words: (a, b) => b.words - a.words || a.number - b.number,
  };
  const at = (id) => document.getElementById(id);
  const form = at("filters");
  const fields = ["words", "by", "year", "language", "outlet", "person", "country", "owner", "sort"];
  const entries = [];
  const loaded = new Set();
  let shown = STEP;
  let turn = 0;
  let wanted = 0;

  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const counted = (n, one) => `${n.toLocaleString("en")} ${one}${n === 1 ? "" : "s"}`;

  function make(tag, attributes, ...parts) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...parts);
    return element;
  }

  function state() {
    const values = {};
    for (const name of fields) values[name] = form.elements[name].value.trim();
    return values;
  }

  function matches(entry, now, found) {
    const owners = GROUPS[now.owner] || [now.owner];
    return (!found || found.has(entry.number))
      && (!now.year || entry.year === now.year)
      && (!now.language || entry.language.startsWith(now.language))
      && (!now.outlet || entry.outlets.some((name) => fold(name).includes(fold(now.outlet))))
      && (!now.person || entry.people.some((name) => fold(name).includes(fold(now.person))))
      && (!now.country || entry.countries.includes(now.country))
      && (!now.owner || entry.ownerships.some((owner) => owners.includes(owner)));
  }

  function row(entry, words) {
    const query = words ? `?find=${encodeURIComponent(words)}` : "";
    const link = make("a", { class: "entry", href: `transcripts/${entry.name}.html${query}` },
      make("bdi", {}, entry.title || "(no title)"));
    if (entry.language.startsWith("zh")) link.lang = entry.language;
    const parts = [counted(entry.exchanges, "exchange"), counted(entry.words, "word")];
    if (!entry.turns) parts[0] = entry.kind === "unknown" ? "not recognized" : entry.kind;
    const meta = make("p", { class: "meta" }, parts.join(" · "));
    const box = make("div", {}, link, meta);
    const people = entry.people.slice(0, 4).join(", ") + (entry.people.length > 4 ? " …" : "");
    if (people) meta.append(" · ", make("bdi", {}, people));
    const asked = entry.outlets.slice(0, 6).join(", ") + (entry.outlets.length > 6 ? " …" : "");
    if (asked) box.append(make("p", { class: "meta" }, "Asked by ", make("bdi", {}, asked)));
    return make("li", {}, make("span", { class: "date" }, entry.date || "undated"), box);
  }

  async function draw(keepFocus) {
    turn += 1;
    const mine = turn;
    const now = state();
    let found = null;
    try {
      if (now.year && !loaded.has(now.year) && room.info.years.some((y) => y.year === now.year)) {
        await room.load(`entries-${now.year}.js`);
      }
      found = await room.search(now.words, now.by);
    } catch (error) {
      if (mine === turn) at("status").textContent = `Something is missing: ${error.message}.`;
      return;
    }
    if (mine !== turn) return;  // another question was asked meanwhile
    const list = entries.filter((entry) => matches(entry, now, found)).sort(ORDERS[now.sort] || ORDERS[""]);
    const from = keepFocus ? at("entries").children.length : 0;
    at("entries").replaceChildren(...list.slice(0, shown).map((entry) => row(entry, now.words)));
    at("more").hidden = list.length <= shown;
    const all = room.info.years.reduce((sum, y) => sum + y.count, 0);
    const of = entries.length < all ? `the ${counted(entries.length, "transcript")} loaded, of ${all.toLocaleString("en")}`
      : counted(all, "transcript");
    at("status").textContent = list.length === entries.length ? `All ${of}` : `${list.length.toLocaleString("en")} of ${of}`;
    at("older").hidden = entries.length >= all || Boolean(now.year) || loaded.size < wanted;
    if (keepFocus && from < at("entries").children.length) at("entries").children[from].querySelector("a").focus();
    remember(now);
  }

  function remember(now) {
    const kept = new URLSearchParams(Object.entries(now).filter(([, value]) => value));
    const hash = kept.toString();
    if (hash || location.hash.includes("=")) history.replaceState(null, "", hash ? `#${hash}` : "#main");
  }

  function recall() {
    if (!location.hash.includes("=")) return;
    const kept = new URLSearchParams(location.hash.slice(1));
    for (const name of fields) {
      const field = form.elements[name];
      const value = (kept.get(name) || "").slice(0, 300);
      if (field.tagName === "SELECT" && value && ![...field.options].some((o) => o.value === value)) {
        field.append(make("option", { value }, value));
      }
      field.value = value;
    }
  }

  function options() {
    const count = (key) => {
      const sums = new Map();
      for (const entry of entries) for (const name of entry[key]) sums.set(name, (sums.get(name) || 0) + 1);
      return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    };
    for (const [list, key] of [["outlet-names", "outlets"], ["person-names", "people"]]) {
      at(list).replaceChildren(...count(key).slice(0, MOST_OPTIONS).map(([name]) => make("option", { value: name })));
    }
    const country = form.elements.country;
    const kept = country.value;
    const names = count("countries").map(([name, n]) => make("option", { value: name }, `${name} (${n})`));
    country.replaceChildren(make("option", { value: "" }, "all"), ...names);
    if (kept && ![...country.options].some((o) => o.value === kept)) country.append(make("option", { value: kept }, kept));
    country.value = kept;
  }

  async function loadYears(all) {
    let sum = 0;
    const years = room.info.years.filter((y) => { sum += y.count; return all || sum - y.count < room.info.most; });
    wanted = years.length;
    at("status").textContent = "Loading …";
    await Promise.allSettled(years.map((y) => room.load(`entries-${y.year}.js`)));
    await draw();
  }

  room.onEntries = (year, data) => {
    if (loaded.has(year)) return;
    loaded.add(year);
    const lists = new Set(["outlets", "countries", "ownerships", "people"]);
    for (const values of data.rows) {
      const entry = { year };
      data.columns.forEach((name, i) => {
        entry[name] = lists.has(name) ? values[i].map((n) => data.names[n]) : values[i];
      });
      entries.push(entry);
    }
    options();
  };

  room.onOpen = () => {
    form.hidden = false;
    form.elements.owner.append(...OWNERS.map(([value, words]) => make("option", { value }, words)));
    recall();
    let timer = 0;
    const soon = () => { clearTimeout(timer); timer = setTimeout(() => { shown = STEP; draw(); }, 150); };
    form.addEventListener("input", soon);
    form.addEventListener("submit", (event) => { event.preventDefault(); soon(); });
    form.addEventListener("reset", soon);
    window.addEventListener("hashchange", () => { if (location.hash.includes("=")) { recall(); soon(); } });
    at("show-more").addEventListener("click", () => { shown += STEP; draw(true); });
    at("load-older").addEventListener("click", () => loadYears(true));
    loadYears(false);
  };
})();
