// The Figures tab: asks the server for the figures of some words, draws them over time and lists them in a table.
const form = element.querySelector("form");
const field = element.querySelector(".asking-text input");
const asOf = element.querySelector(".asking-as-of input");
const sendButton = element.querySelector(".send");
const suggestions = element.querySelector(".suggestions");
const announcement = element.querySelector(".announcement");
const result = element.querySelector(".figures-result");
let asked = 0;

const HEIGHT = 300, TOP = 12, BOTTOM = 30, ARROW = 14, UNDATED = 78, SIGN = 12; // pixels
const SIGNS = [ // of the outlets in the legend; a shape for each, so that colour is not all that tells them apart
  "M-5,0A5,5 0 1 0 5,0A5,5 0 1 0 -5,0Z", "M-4.6,-4.6H4.6V4.6H-4.6Z", "M0,-6L5.6,4.4H-5.6Z", "M0,-6.2L6.2,0L0,6.2L-6.2,0Z",
  "M0,6L-5.6,-4.4H5.6Z", "M-2,-6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z", "M0,-6L5.7,-1.9L3.5,4.9H-3.5L-5.7,-1.9Z", "M-6,-3H6V3H-6Z",
  "M-3,-6H3V6H-3Z",
];

const makeShape = (tag, attributes, ...children) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  node.append(...children);
  return node;
};

const makeSign = (sign, rough) => makeShape("path", { d: SIGNS[sign % SIGNS.length], class: `sign sign-${sign % SIGNS.length}${rough ? " rough" : ""}` });

/** A figure: its sign at the middle of its date, a line for the date's length, a bar for a range, an arrow to an open side. */
const makeMark = (mark, plot, scale, row) => {
  const low = scale.y(mark.low ?? mark.high), high = scale.y(mark.high ?? mark.low);
  const dated = mark.first !== null;
  const [left, right] = dated ? [scale.x(mark.first), scale.x(mark.last)] : [scale.apart(mark), scale.apart(mark)];
  const y = (low + high) / 2, x = scale.free((left + right) / 2, y);
  const words = `${row.value}, ${plot.outlets[mark.outlet]}, ${row.as_of || row.date}`;
  const group = makeShape("g", { class: "mark", tabindex: "0", role: "button", "aria-label": words }, makeShape("title", {}, words));
  if (right - left > 12) group.append(makeShape("line", { class: "extent", x1: left, x2: right, y1: y, y2: y }));
  if (low !== high) group.append(makeShape("rect", { class: `range sign-${mark.outlet % SIGNS.length}`, x: x - 3, width: 6, y: high, height: low - high, rx: 3 }));
  const open = mark.high === null ? -1 : mark.low === null ? 1 : 0;
  if (open) group.append(makeShape("path", { class: "open", d: `M${x},${y}v${open * (ARROW + 6)}m-3.5,${-open * 4.5}l3.5,${open * 4.5}l3.5,${-open * 4.5}` }));
  const sign = makeSign(mark.outlet, mark.rough);
  sign.setAttribute("transform", `translate(${x},${y})`);
  group.append(makeShape("circle", { class: "target", cx: x, cy: y, r: 12 }), sign);
  group.addEventListener("click", () => openArticle(row));
  group.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    openArticle(row);
  });
  return group;
};

const draw = (svg, plot, rows, width) => {
  const labels = Math.max(...plot.values.map((tick) => tick.label.length));
  const undated = plot.marks.filter((mark) => mark.first === null);
  const start = 14 + 7 * labels, end = width - 8 - (undated.length ? UNDATED : 0), floor = HEIGHT - BOTTOM;
  const scale = {
    x: (share) => start + share * (end - start),
    y: (share) => floor - 6 - share * (floor - TOP - ARROW - 10),
    apart: (mark) => end + 14 + (UNDATED - 20) * (undated.indexOf(mark) + 0.5) / undated.length,
  };
  svg.replaceChildren();
  svg.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
  plot.values.forEach(({ at, label }) => svg.append(
    makeShape("line", { class: "grid", x1: start, x2: end, y1: scale.y(at), y2: scale.y(at) }),
    makeShape("text", { class: "tick", x: start - 8, y: scale.y(at) + 4, "text-anchor": "end" }, label)));
  let free = -Infinity; // labels that would run into one another are left out
  plot.days.forEach(({ at, label }) => {
    const x = Math.min(Math.max(scale.x(at), start + 3.5 * label.length - 10), end - 3.5 * label.length);
    svg.append(makeShape("line", { class: "grid", x1: scale.x(at), x2: scale.x(at), y1: floor, y2: floor + 5 }));
    if (x - 3.6 * label.length < free) return;
    free = x + 3.6 * label.length;
    svg.append(makeShape("text", { class: "tick", x, y: floor + 19, "text-anchor": "middle" }, label));
  });
  if (undated.length) {
    svg.append(makeShape("rect", { class: "undated", x: end + 8, y: TOP - 8, width: UNDATED - 8, height: floor - TOP + 8, rx: 6 }),
      makeShape("text", { class: "tick", x: end + 4 + UNDATED / 2, y: floor + 19, "text-anchor": "middle" }, "undated"));
  }
  const taken = []; // signs that would hide one another stand beside one another, but never far from their dates
  scale.free = (x, y) => {
    const isFree = (at) => at >= start && at <= width - SIGN && !taken.some(([left, top]) => Math.abs(left - at) < SIGN && Math.abs(top - y) < SIGN);
    const place = [0, 1, -1, 2, -2].map((steps) => x + steps * SIGN).find(isFree) ?? x;
    taken.push([place, y]);
    return place;
  };
  svg.append(...plot.marks.map((mark) => makeMark(mark, plot, scale, rows[mark.row])));
};

const makePlot = (plot, rows) => {
  const svg = makeShape("svg", { class: "plot", height: HEIGHT, role: "group", "aria-label": `Figures in ${plot.unit} over time` });
  const legend = make("ul", "legend-outlets", ...plot.outlets.map((outlet, sign) => {
    const shown = makeShape("svg", { width: 14, height: 14, viewBox: "-7 -7 14 14", "aria-hidden": "true" }, makeSign(sign, false));
    return make("li", "", shown, outlet);
  }));
  const scale = plot.logarithmic ? `${plot.unit}, each step ten times the last` : plot.unit;
  const frame = make("div", "plot-frame", svg);
  new ResizeObserver(() => { if (frame.clientWidth) draw(svg, plot, rows, frame.clientWidth); }).observe(frame);
  const help = make("p", "plot-help", "Bar: a range. Arrow: “at least” or “up to”. Hollow: “about” or “nearly”. Line: how long the date stated lasts.");
  return make("figure", "plotted", make("figcaption", "plot-title", scale), frame, legend, help);
};

const makeCell = (label, ...children) => {
  const cell = make("td", "", ...children);
  cell.dataset.label = label;
  if (!children.filter(Boolean).length) cell.classList.add("nothing");
  return cell;
};

const makeRow = (row) => {
  const [date, note] = makeDate(row);
  const value = makeButton("figure-value", () => openArticle(row), row.value);
  value.title = row.sentence;
  value.setAttribute("aria-label", `${row.value}: open its sentence`);
  const first = make("th", "", value);
  first.scope = "row";
  const reading = make("span", "read-as", row.read_as, row.unit ? ` ${row.unit}` : "");
  const when = row.as_of ? row.as_of : make("span", "stands-in", "not stated");
  return make("tr", "", first, makeCell("Read as", reading), makeCell("Counted", row.counted), makeCell("As of", when),
    makeCell("Published", makeOutlet(row.outlet), date, note), makeCell("Speaker", row.speaker));
};

const HEADS = ["Figure", "Read as", "What is counted", "As of", "Published", "Speaker"];

const makeTable = (list) => {
  const body = make("tbody", "", ...list.rows.map(makeRow));
  const head = make("tr", "", ...HEADS.map((name) => { const cell = make("th", "", name); cell.scope = "col"; return cell; }));
  const more = makeButton("more plain", async () => {
    const next = await call(server.list_figures, { words: list.words, as_of: list.asOf, offset: body.children.length });
    body.append(...(next.rows ?? []).map(makeRow));
    more.hidden = body.children.length >= list.found;
  }, "Show more");
  more.hidden = list.rows.length >= list.found;
  return [make("table", "ledger", make("thead", "", head), body), more];
};

const makeFigures = (list) => {
  const csv = makeButton("plain", () => download("figures.csv", list.csv, "text/csv"), "Download CSV");
  const nodes = [make("p", "result-summary", list.summary)];
  if (list.badge) nodes.unshift(make("p", "badges", list.badge));
  if (!list.found) return nodes;
  nodes.push(...list.plots.map((plot) => makePlot(plot, list.plotted)), ...makeTable(list), make("footer", "turn-foot", csv));
  return nodes;
};

const listFigures = async () => {
  const number = ++asked;
  const switchOn = switchOff(sendButton);
  result.replaceChildren(make("p", "waiting", "Looking through the figures"));
  const list = await call(server.list_figures, { words: field.value, as_of: asOf.value });
  if (number !== asked) return;
  switchOn();
  list.asOf = asOf.value;
  result.replaceChildren(...(list.error ? [make("p", "failed", list.error)] : makeFigures(list)));
  announcement.textContent = list.error || list.summary;
};

const suggest = async () => {
  const counted = await call(server.suggest_figures);
  if (counted.error || !counted.length) return;
  suggestions.hidden = false;
  suggestions.replaceChildren("Counted by several articles: ", ...counted.map((words) => makeButton("suggestion", () => {
    field.value = words;
    listFigures();
  }, words)));
};

form.addEventListener("submit", (event) => { event.preventDefault(); listFigures(); });
whenFirstSeen(element, suggest);
