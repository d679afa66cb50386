// What every page can do: sort tables, show the facts of a marked passage, copy, and find the search by "/".
"use strict";

function sortable(table) {
  const body = table.tBodies[0];
  const value = (row, column) => {
    const cell = row.cells[column];
    const text = cell.dataset.value ?? cell.textContent.trim();
    const number = Number.parseFloat(text.replace(/^[^\d+-]+/, ""));
    return table.tHead.rows[0].cells[column].classList.contains("number") ? number : text;
  };
  const order = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b, "en", { numeric: true, sensitivity: "base" }));
  const isEmpty = (each) => each === "" || Number.isNaN(each);
  for (const [column, head] of [...table.tHead.rows[0].cells].entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const first = head.classList.contains("number") && head.textContent !== "#" ? "descending" : "ascending";
      const other = first === "ascending" ? "descending" : "ascending";
      const direction = head.getAttribute("aria-sort") === first ? other : first;
      for (const each of head.parentNode.cells) each.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", direction);
      const sign = direction === "ascending" ? 1 : -1;
      const rows = [...body.rows].map((row) => [value(row, column), row]);
      // Empty cells stay last in either direction.
      rows.sort(([a], [b]) => isEmpty(a) - isEmpty(b) || (isEmpty(a) ? 0 : sign * order(a, b)));
      body.append(...rows.map(([, row]) => row));
    });
  }
}

function showFacts() {
  const marks = [...document.querySelectorAll("a.mark")];
  if (!marks.length) return;
  const tip = document.createElement("div");
  tip.id = "tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  document.body.append(tip);
  const hide = () => {
    tip.hidden = true;
    for (const each of marks) {
      each.classList.remove("shown");
      each.removeAttribute("aria-describedby");
    }
  };
  const show = (mark) => {
    hide();
    const facts = mark.dataset.facts.split(" ");
    tip.replaceChildren(
      ...facts.map((number) => {
        const item = document.getElementById(`fact-${number}`);
        const line = document.createElement("p");
        const trust = item.querySelector(".trust");
        line.textContent = item.querySelector(".line").textContent + (trust ? ` (${trust.textContent.trim()})` : "");
        const group = document.createElement("small");
        group.textContent = item.parentNode.previousElementSibling.textContent;
        line.prepend(group, " ");
        return line;
      }),
    );
    for (const each of marks) {
      each.classList.toggle("shown", each.dataset.facts.split(" ").includes(facts[0]));
    }
    mark.setAttribute("aria-describedby", "tip");
    tip.hidden = false;
    const place = mark.getClientRects()[0];
    const left = Math.min(place.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
    const below = place.top < tip.offsetHeight + 8;
    tip.style.left = `${Math.max(8, left) + window.scrollX}px`;
    tip.style.top = `${(below ? place.bottom + 6 : place.top - tip.offsetHeight - 6) + window.scrollY}px`;
  };
  for (const mark of marks) {
    mark.addEventListener("pointerenter", () => show(mark));
    mark.addEventListener("focus", () => show(mark));
    mark.addEventListener("pointerleave", hide);
    mark.addEventListener("blur", hide);
  }
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
}

async function copy(button) {
  const source = document.getElementById(button.dataset.copies);
  try {
    await navigator.clipboard.writeText(`${source.textContent}\n`);
  } catch {
    // Some browsers give no clipboard to pages opened as files; the old way still works there.
    window.getSelection().selectAllChildren(source);
    document.execCommand("copy");
  }
  const label = button.textContent;
  button.textContent = "Copied";
  setTimeout(() => (button.textContent = label), 1500);
}

document.querySelectorAll("table.sortable").forEach(sortable);
showFacts();
for (const button of document.querySelectorAll("button.copy")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.matches("input, textarea")) return;
  event.preventDefault();
  const query = document.getElementById("query");
  if (query) query.focus();
  else window.location.href = `${document.body.dataset.root}index.html#query`;
});
