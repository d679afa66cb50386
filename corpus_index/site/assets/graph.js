// The graph of data/graph.js, laid out by d3-force, to be moved, approached, dragged and searched.
"use strict";

const NAMESPACE = "http://www.w3.org/2000/svg";
const STEPS = 300;
// A few papers are not blown up to fill the picture.
const SMALLEST_SCALE = 0.75;
const svg = document.getElementById("graph");
const { nodes, links } = window.graphData;

function add(parent, name, attributes) {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
}

const cited = nodes.map((_, at) => new Set(links.filter((link) => link.target === at).map((link) => link.source)).size);
for (const [at, node] of nodes.entries()) node.size = 4 + 2.5 * Math.sqrt(cited[at]);
const simulation = d3
  .forceSimulation(nodes)
  .force("links", d3.forceLink(links).distance(110))
  .force("apart", d3.forceManyBody().strength(-220).distanceMax(500))
  .force("room", d3.forceCollide((node) => node.size + 12))
  .force("x", d3.forceX().strength(0.05))
  .force("y", d3.forceY().strength(0.09))
  .stop();
simulation.tick(STEPS);

const defs = add(svg, "defs", {});
const arrow = add(defs, "marker", { id: "arrow", viewBox: "0 0 8 8", refX: 8, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" });
add(arrow, "path", { d: "M0 0 8 4 0 8z", class: "head" });
const lines = links.map((link) => add(svg, "line", { class: `link ${link.relation}`, "marker-end": "url(#arrow)" }));
const dots = nodes.map((node) => {
  const anchor = add(svg, "a", { href: node.page, "aria-label": `${node.key}: ${node.title}` });
  add(anchor, "title", {}).textContent = node.title + (node.year ? ` (${node.year})` : "");
  add(anchor, "circle", { r: node.size });
  add(anchor, "text", { x: node.size + 4, y: 4 }).textContent = node.key;
  return anchor;
});

function draw() {
  for (const [at, { source, target }] of links.entries()) {
    const length = Math.hypot(target.x - source.x, target.y - source.y) || 1;
    const rim = (target.size + 1) / length;
    const end = { x1: source.x, y1: source.y, x2: target.x - (target.x - source.x) * rim, y2: target.y - (target.y - source.y) * rim };
    for (const [key, value] of Object.entries(end)) lines[at].setAttribute(key, value.toFixed(1));
  }
  for (const [at, node] of nodes.entries()) dots[at].setAttribute("transform", `translate(${node.x.toFixed(1)} ${node.y.toFixed(1)})`);
}

// What is in view: the middle, and how many units a pixel is.
const view = { x: 0, y: 0, scale: 1 };
function look() {
  const { width, height } = svg.getBoundingClientRect();
  svg.setAttribute("viewBox", [view.x - (width * view.scale) / 2, view.y - (height * view.scale) / 2, width * view.scale, height * view.scale].join(" "));
}
function all() {
  const { width, height } = svg.getBoundingClientRect();
  const [left, right] = [Math.min(...nodes.map((node) => node.x)) - 60, Math.max(...nodes.map((node) => node.x)) + 140];
  const [top, bottom] = [Math.min(...nodes.map((node) => node.y)) - 40, Math.max(...nodes.map((node) => node.y)) + 30];
  Object.assign(view, { x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.max((right - left) / width, (bottom - top) / height, SMALLEST_SCALE) });
  look();
}
function zoom(factor) {
  view.scale /= factor;
  look();
}

// Show some papers with their own links, and let the rest step back; all papers where none is chosen.
function only(chosen) {
  svg.classList.toggle("chosen", chosen.size > 0);
  const near = new Set(chosen);
  for (const [at, { source, target }] of links.entries()) {
    const own = chosen.has(source) || chosen.has(target);
    lines[at].classList.toggle("near", own);
    if (own) near.add(source).add(target);
  }
  for (const [at, node] of nodes.entries()) dots[at].classList.toggle("near", near.has(node));
}

for (const [at, dot] of dots.entries()) {
  dot.addEventListener("pointerenter", () => only(new Set([nodes[at]])));
  dot.addEventListener("focus", () => only(new Set([nodes[at]])));
  dot.addEventListener("pointerleave", () => only(new Set()));
  dot.addEventListener("blur", () => only(new Set()));
}

let held = null;
svg.addEventListener("pointerdown", (event) => {
  const dot = event.target.closest("a");
  held = { node: dot ? nodes[dots.indexOf(dot)] : null, x: event.clientX, y: event.clientY, moved: 0 };
});
svg.addEventListener("pointermove", (event) => {
  if (!held) return;
  const [x, y] = [(event.clientX - held.x) * view.scale, (event.clientY - held.y) * view.scale];
  held.moved += Math.abs(event.clientX - held.x) + Math.abs(event.clientY - held.y);
  Object.assign(held, { x: event.clientX, y: event.clientY });
  if (held.node) {
    held.node.x += x;
    held.node.y += y;
    draw();
  } else {
    view.x -= x;
    view.y -= y;
    look();
  }
});
window.addEventListener("pointerup", () => {
  // A drag is no click on the paper that was dragged.
  if (held && held.moved > 4) svg.addEventListener("click", (event) => event.preventDefault(), { once: true, capture: true });
  held = null;
});
svg.addEventListener("dragstart", (event) => event.preventDefault());
svg.addEventListener("wheel", (event) => {
  event.preventDefault();
  zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
}, { passive: false });
for (const button of document.querySelectorAll("button[data-zoom]")) {
  button.addEventListener("click", () => (Number(button.dataset.zoom) ? zoom(Number(button.dataset.zoom)) : all()));
}
document.getElementById("find").addEventListener("input", (event) => {
  const wanted = event.target.value.trim().toLowerCase();
  only(new Set(wanted ? nodes.filter((node) => `${node.key} ${node.title}`.toLowerCase().includes(wanted)) : []));
});

if (nodes.length) {
  svg.closest(".graph").hidden = false;
  draw();
  all();
  window.addEventListener("resize", look);
}
