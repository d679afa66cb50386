// Search as one types, by MiniSearch over data/search.js. The query stands in the address, so that it can be kept.
"use strict";

const MOST = 30;
const input = document.getElementById("query");
const list = document.getElementById("hits");
const found = document.getElementById("found");
const begin = document.getElementById("begin");
const hint = [...found.childNodes];
const entries = window.searchData;

const index = new MiniSearch({
  fields: ["title", "names", "people", "text"],
  searchOptions: {
    boost: { title: 4, names: 3, people: 2 },
    prefix: (term) => term.length > 1,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    combineWith: "AND",
    boostDocument: (id) => (entries[id].kind === "paper" ? 1 : 1.5),
  },
});
index.addAll(entries.map((entry, id) => ({ id, ...entry })));

// The sentence around the first matching word, as the text has it.
function passage(text, terms) {
  const folded = text.toLowerCase();
  const places = terms.map((term) => folded.indexOf(term)).filter((place) => place >= 0);
  if (!places.length) return "";
  const at = Math.min(...places);
  const start = at < 60 ? 0 : text.indexOf(" ", at - 60) + 1;
  return (start ? "… " : "") + text.slice(start, start + 180) + (start + 180 < text.length ? " …" : "");
}

// Text with the matching words in <mark>; made of text nodes, so that nothing in it can act.
function highlighted(text, terms) {
  const pieces = document.createDocumentFragment();
  const escaped = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = escaped.length ? new RegExp(`(${escaped.join("|")})`, "iu") : /(?!)/;
  for (const [at, piece] of text.split(pattern).entries()) {
    if (at % 2) {
      const mark = document.createElement("mark");
      mark.textContent = piece;
      pieces.append(mark);
    } else pieces.append(piece);
  }
  return pieces;
}

function item({ id, terms }) {
  const entry = entries[id];
  const row = document.createElement("li");
  const link = document.createElement("a");
  link.href = entry.page;
  link.append(highlighted(entry.title, terms));
  const note = document.createElement("span");
  note.className = "quiet";
  note.append(` ${entry.note}`);
  row.append(link, note);
  const text = passage(entry.text, terms);
  if (text) {
    const line = document.createElement("p");
    line.append(highlighted(text, terms));
    row.append(line);
  }
  return row;
}

function search() {
  const query = input.value.trim();
  const all = query ? index.search(query) : [];
  const hits = all.length || !query ? all : index.search(query, { combineWith: "OR" });
  list.replaceChildren(...hits.slice(0, MOST).map(item));
  begin.hidden = Boolean(query);
  if (!query) found.replaceChildren(...hint);
  else found.textContent = hits.length ? `${hits.length} found` : "Nothing found.";
  history.replaceState(null, "", query ? `#q=${encodeURIComponent(query)}` : window.location.pathname);
}

input.addEventListener("input", search);
document.addEventListener("keydown", (event) => {
  const links = [...list.querySelectorAll("a")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const here = links.indexOf(document.activeElement);
  if (event.target !== input && here < 0) return;
  if (step && links.length) {
    event.preventDefault();
    const next = here + step;
    (next < 0 ? input : links[Math.min(next, links.length - 1)]).focus();
  } else if (event.key === "Enter" && event.target === input && links.length) links[0].click();
  else if (event.key === "Escape") {
    input.value = "";
    input.focus();
    search();
  }
});
function fromAddress() {
  const { hash } = window.location;
  if (hash === "#query") input.focus();
  if (!hash.startsWith("#q=")) return;
  try {
    input.value = decodeURIComponent(hash.slice(3));
  } catch {
    return;
  }
  search();
}
window.addEventListener("hashchange", fromAddress);
fromAddress();
