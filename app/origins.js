// The Origins tab: a tree for each origin with several articles; any two articles can be laid side by side.
const announcement = element.querySelector(".announcement");
const result = element.querySelector(".origins-result");
const comparison = element.querySelector(".comparison");
const FEWEST_FOLDED = 3; // unchanged sentences in a row that are folded away
let asked = 0;

const makeTitle = (facts) => {
  const title = makeButton("origin-title", () => openArticle(facts), facts.title);
  title.dir = "auto";
  return title;
};

const makeFacts = (facts) => {
  const [date, note] = makeDate(facts);
  return [makeLine("source", makeOutlet(facts.outlet), date), note];
};

/** The lines that lead from an article to those that go back to it. */
const makeGuides = ({ guides, certain }) => make("span", "guides", ...guides.map((goesOn, level) => {
  const last = level === guides.length - 1;
  return make("span", `guide ${goesOn ? "on" : ""} ${last ? "branch" : ""} ${last && !certain ? "unsure" : ""}`);
}));

const makeBranch = (line) => {
  const body = make("div", "branch-body");
  if (line.source) {
    const kind = make("span", "origin-kind", line.kind);
    const how = make("p", "origin-how", kind, ` ${line.reason} `);
    how.append(makeButton("plain compare", () => compareArticles(line), "Compare side by side"));
    body.append(makeTitle(line), ...makeFacts(line), how);
  } else body.append(makeTitle(line), ...makeFacts(line));
  const guides = makeGuides(line);
  guides.ariaHidden = "true";
  return make("li", line.source ? "derived" : "root", guides, make("span", "node"), body);
};

const makeTree = (lines) => {
  const list = make("ul", "tree", ...lines.map(makeBranch));
  list.setAttribute("role", "list");
  return make("section", "origin", make("h3", "origin-count", `${lines.length} articles, 1 origin`), list);
};

const makeAlone = ({ alone, alone_total: total }) => {
  const items = alone.map((facts) => make("li", "", makeTitle(facts), ...makeFacts(facts)));
  const left = total - alone.length;
  const title = total === 1 ? "1 article with an origin of its own" : `${total} articles, each with an origin of its own`;
  return make("details", "alone", make("summary", "", title), make("ul", "", ...items, left ? make("li", "", `and ${left} more`) : ""));
};

const paint = (list) => {
  const nodes = [make("p", "result-summary", list.summary), ...list.trees.map(makeTree)];
  if (!list.trees.length) nodes.push(make("p", "origins-none", "No article copies or rewrites another."));
  if (list.trees_left) nodes.push(make("p", "origins-none", `and ${list.trees_left} more origins of several articles`));
  if (list.alone_total) nodes.push(makeAlone(list));
  result.replaceChildren(...nodes);
};

const makeSentence = (sentence, tag) => {
  if (!sentence) return make("div", "sentence none");
  const words = make("p", "sentence-words", ...sentence.pieces.map(({ text, marked }) => (marked ? make(tag, "", text) : text)));
  words.dir = "auto";
  const open = makeButton("open-sentence", () => openArticle(sentence), "¶");
  open.setAttribute("aria-label", "Open this sentence in its article");
  return make("div", "sentence", words, open);
};

const makePair = (pair) => {
  const kinds = make("p", "pair-kinds", ...pair.kinds.map((kind) => make("span", "pair-kind", kind)));
  return make("div", `pair ${pair.same ? "same" : ""}`, pair.same ? "" : kinds, makeSentence(pair.source, "del"), makeSentence(pair.derived, "ins"));
};

/** What a row of such pairs is called where it is folded away; nothing for a pair that is always shown. */
const foldedAs = (pair, related) => {
  if (pair.same) return "are the same";
  if (related) return "";
  return !pair.derived ? "stand only in the first" : !pair.source ? "stand only in the second" : "";
};

const makePairs = (pairs, related) => {
  const nodes = [];
  for (let at = 0; at < pairs.length; at += 1) {
    const fold = foldedAs(pairs[at], related);
    let end = at + 1;
    while (fold && end < pairs.length && foldedAs(pairs[end], related) === fold) end += 1;
    if (end - at >= FEWEST_FOLDED) {
      nodes.push(make("details", "folded", make("summary", "", `${end - at} sentences ${fold}`), ...pairs.slice(at, end).map(makePair)));
      at = end - 1;
    } else nodes.push(makePair(pairs[at]));
  }
  return nodes;
};

const makeComparison = (found) => {
  const heading = make("h3", "comparison-title", "Side by side");
  heading.tabIndex = -1;
  const close = makeButton("plain", () => comparison.replaceChildren(), "Close the comparison");
  const head = make("div", "pair heads", make("div", "", makeTitle(found.source), ...makeFacts(found.source)),
    make("div", "", makeTitle(found.derived), ...makeFacts(found.derived)));
  return [make("header", "comparison-head", heading, close), make("p", "comparison-summary", found.summary), head, ...makePairs(found.pairs, found.related)];
};

const compareArticles = async ({ source, article }) => {
  const number = ++asked;
  comparison.replaceChildren(make("p", "waiting", "Comparing sentence by sentence"));
  const found = await call(server.compare_articles, { source, derived: article });
  if (number !== asked) return;
  comparison.replaceChildren(...(found.error ? [make("p", "failed", found.error)] : makeComparison(found)));
  announcement.textContent = found.error || found.summary;
  comparison.scrollIntoView({ block: "start", behavior: smoothly() });
  comparison.querySelector(".comparison-title")?.focus({ preventScroll: true });
};

const comparing = element.querySelector(".comparing");
const filter = comparing.querySelector("input");
const choices = [...comparing.querySelectorAll("select")];
let filtered = 0;

const makeChoice = (row) => {
  const apart = [row.title, row.outlet, row.date].filter(Boolean).map((words) => `\u2068${words}\u2069`); // in its own direction
  const option = make("option", "", apart.join(" · "));
  option.value = row.article;
  return option;
};

/** Offers the articles that the filter finds; one that was chosen stays on offer. */
const offer = async () => {
  const number = ++filtered;
  const list = await call(server.list_articles, { search: filter.value, offset: 0 });
  if (number !== filtered || list.error) return;
  comparing.hidden = list.total < 2;
  filter.parentElement.hidden = list.total <= list.rows.length && !filter.value;
  choices.forEach((choice, place) => {
    const [chosen] = choice.selectedOptions;
    const others = list.rows.filter((row) => row.article !== chosen?.value);
    choice.replaceChildren(...(chosen && others.length === list.rows.length ? [chosen] : []), ...list.rows.map(makeChoice));
    choice.value = chosen?.value ?? list.rows[Math.min(place, list.rows.length - 1)]?.article;
  });
};

filter.addEventListener("input", offer);
comparing.addEventListener("submit", (event) => {
  event.preventDefault();
  const [source, article] = choices.map((choice) => choice.value);
  compareArticles({ source, article });
});

whenFirstSeen(element, async () => {
  const list = await call(server.list_origins);
  if (list.error) result.replaceChildren(make("p", "failed", list.error));
  else paint(list);
  offer();
});
