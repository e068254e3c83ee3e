// The conversation: props.value is a list of turns (turns.py). Only turns that changed are painted again.

const makeSide = ({ card, words, decides }) => {
  const [date, note] = makeDate(card);
  const said = make("p", "side-said", make("q", "side-words", words));
  if (decides) said.append(" … ", make("q", "side-words", decides));
  said.dir = "auto";
  return make("li", "side", makeNumber(card), make("div", "side-body", said, makeSource(card, date), note));
};

/** The first difference in full; the others, which are often of the same quotes, behind their titles. */
const makeDifference = ({ about, kind, sides }, index) => {
  const title = make("h3", "differences-title", about ? `The articles differ: ${about}` : "The articles differ");
  if (kind) title.append(" ", make("span", "kind", kind));
  const list = make("ul", "sides", ...sides.map(makeSide));
  if (!index) return make("section", "difference", title, list);
  return make("details", "difference", make("summary", "", title), list);
};

const makeFoot = (turn, index) => {
  const take = [makeCopy("Copy with references", turn.markdown, announce)];
  if (server.save_answer) take.push(makeSave(turn.question, () => call(server.save_answer, props.value.slice(0, index + 1).map(({ question, as_of: asOf }) => ({ question, as_of: asOf }))), announce));
  return make("footer", "turn-foot", make("span", "summary", turn.summary), make("span", "take", ...take));
};

const makeMissing = (missing) => {
  const line = make("p", "missing", "Nothing about: ");
  missing.forEach((words, index) => line.append(index ? ", " : "", make("b", "", words)));
  return line;
};

const answerParts = {
  asking: () => [make("p", "waiting", "Looking through the articles")],
  failed: (turn) => [make("p", "failed", turn.summary)],
  answered: (turn, index) => [...turn.differences.map(makeDifference), makeCards(turn.cards), makeFoot(turn, index)],
  not_found: (turn) => [
    make("p", "not-found", turn.summary),
    turn.missing.length ? makeMissing(turn.missing) : "",
    turn.nearest.length ? make("section", "nearest",
      make("h3", "nearest-title", "Nearest passages, not an answer"), makeCards(turn.nearest, "cards near")) : "",
  ],
};

const makeTurn = (turn, index) => {
  const heading = make("h2", "question-asked", turn.question);
  heading.dir = "auto";
  const badges = [turn.badge, turn.read_as && `Read as: ${turn.read_as}`].filter(Boolean);
  const node = make("article", `turn ${turn.state}`, heading);
  if (badges.length) node.append(makeLine("badges", ...badges.map((badge) => make("span", "badge", badge))));
  node.append(...turn.notes.map((note) => make("p", "note", note)), ...answerParts[turn.state](turn, index));
  return node;
};

const turnsNode = element.querySelector(".turns");
const announcement = element.querySelector(".announcement");
const announce = (sentence) => { announcement.textContent = sentence; };
let painted = [];

const paint = () => {
  const turns = props.value ?? [];
  const fresh = turns.map((turn) => JSON.stringify(turn));
  const restored = !painted.length && turns.at(-1)?.state !== "asking"; // from before a reload: nothing is read out
  turns.forEach((turn, index) => {
    if (fresh[index] === painted[index]) return;
    const node = makeTurn(turn, index);
    if (turnsNode.children[index]) turnsNode.children[index].replaceWith(node);
    else turnsNode.append(node);
  });
  while (turnsNode.children.length > turns.length) turnsNode.lastChild.remove();
  document.documentElement.classList.toggle("clipfile-talking", turns.length > 0);
  const changed = turns.length > 0 && fresh.at(-1) !== painted.at(-1);
  painted = fresh;
  if (!changed) return;
  if (!restored) announce(turns.at(-1).state === "asking" ? "" : turns.at(-1).summary);
  turnsNode.lastChild.scrollIntoView({ block: "start", behavior: restored ? "auto" : smoothly() });
};
paint();
watch("value", paint);
