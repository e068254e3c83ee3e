// The table of articles, fetched a hundred rows at a time; each title opens the reader.
const body = element.querySelector("tbody");
const search = element.querySelector("input");
const count = element.querySelector(".collection-count");
const more = element.querySelector(".more");
const skipped = element.querySelector(".skipped");
let asked = 0;

const makeCell = (label, ...children) => {
  const cell = make("td", label.toLowerCase(), ...children);
  cell.dataset.label = label;
  return cell;
};

const makeRow = (row) => {
  const title = makeButton("title", () => openArticle(row), row.title);
  title.dir = "auto";
  const [date, note] = makeDate(row);
  const first = make("th", "article", title);
  first.scope = "row";
  return make("tr", "", first, makeCell("Outlet", makeOutlet(row.outlet)), makeCell("Published", date, note),
    makeCell("Words", row.words.toLocaleString("en")));
};

const paintSkipped = (list) => {
  skipped.hidden = !list.skipped_total;
  const files = list.skipped_total === 1 ? "1 file was passed over" : `${list.skipped_total} files were passed over`;
  skipped.querySelector("summary").textContent = files;
  const items = list.skipped.map((file) => make("li", "", make("b", "", file.name), `: ${file.reason}`));
  const left = list.skipped_total - list.skipped.length;
  skipped.querySelector("ul").replaceChildren(...items, left ? make("li", "", `and ${left} more`) : "");
};

const load = async (offset) => {
  const number = ++asked;
  const list = await call(server.list_articles, { search: search.value, offset });
  if (number !== asked) return;
  if (list.error) {
    count.textContent = list.error;
    return;
  }
  if (!offset) body.replaceChildren();
  body.append(...list.rows.map(makeRow));
  const total = `${list.total.toLocaleString("en")} ${list.total === 1 ? "article" : "articles"}`;
  count.textContent = list.found === list.total ? total : `${list.found.toLocaleString("en")} of ${total}`;
  more.hidden = body.children.length >= list.found;
  paintSkipped(list);
};

element.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
search.addEventListener("input", () => load(0));
more.addEventListener("click", () => load(body.children.length));
load(0);
