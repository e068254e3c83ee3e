// The Saved tab: reads a file in the browser, has it checked against the articles, and shows its quotes where they are now.
const field = element.querySelector("input");
const announcement = element.querySelector(".announcement");
const result = element.querySelector(".saved-result");
const STATES = { stands: "", moved: "Moved in its article since it was saved", gone: "No longer in its article as saved" };
let asked = 0;

const makeSaved = ({ card, note, state }) => {
  const item = makeCard(card.end ? card : { ...card, start: null, end: null }); // nowhere: the article from its top
  item.classList.add(state);
  const body = item.querySelector(".card-body");
  if (note) body.append(make("p", "card-note", note));
  if (STATES[state]) body.append(make("p", "card-note changed", STATES[state]));
  return item;
};

const makeQuotes = (saved, className) => {
  const list = make("ol", className, ...saved.map(makeSaved));
  list.setAttribute("role", "list");
  return list;
};

const makeAnswer = (saved) => {
  const heading = make("h2", "question-asked", saved.asked);
  heading.dir = "auto";
  const badges = [saved.kind, saved.badge].filter(Boolean).map((badge) => make("span", "badge", badge));
  const state = make("section", saved.holds ? "verified holds" : "verified broken", make("h3", "verified-title", saved.summary));
  if (saved.problems.length) state.append(make("ul", "", ...saved.problems.map((problem) => make("li", "", problem))));
  const node = make("article", "saved-answer", heading, makeLine("badges", ...badges), state);
  if (saved.result) node.append(make("p", "result-summary", saved.result));
  if (saved.quotes.length) node.append(makeQuotes(saved.quotes, "cards"));
  if (saved.nearest.length) {
    node.append(make("section", "nearest", make("h3", "nearest-title", "Nearest passages, not an answer"), makeQuotes(saved.nearest, "cards near")));
  }
  node.append(make("footer", "turn-foot", makeCopy("Copy with references", saved.markdown, (said) => { announcement.textContent = said; })));
  return node;
};

field.addEventListener("change", async () => {
  const number = ++asked;
  const [file] = field.files;
  if (!file) return;
  result.replaceChildren(make("p", "waiting", "Checking every quote against the articles"));
  const text = await file.text().catch(() => null); // moved or locked since it was chosen
  const saved = text === null ? { error: `${file.name} cannot be read.` } : await call(server.open_saved, { name: file.name, text });
  if (number !== asked) return;
  result.replaceChildren(saved.error ? make("p", "failed", saved.error) : makeAnswer(saved));
  announcement.textContent = saved.error || saved.summary;
  field.value = ""; // so that the same file can be opened again
});
