// The claim checker: asks the server for one claim at a time and shows the verdict, both sides beside each other.
const form = element.querySelector("form");
const field = element.querySelector("textarea");
const asOf = element.querySelector("input");
const sendButton = element.querySelector(".send");
const announcement = element.querySelector(".announcement");
const result = element.querySelector(".check-result");
let asked = 0;

const makeStanced = ({ card, rule }) => {
  const item = makeCard(card);
  const sure = item.querySelector(".sure"); // of a stance, not of an answer
  sure.querySelector(".unseen").textContent = " of this side";
  sure.title = sure.textContent;
  item.querySelector(".card-body").append(make("p", "card-note", rule));
  return item;
};

const makeCheckSide = (title, cards) => {
  const list = make("ol", "cards", ...cards.map(makeStanced));
  list.setAttribute("role", "list");
  return cards.length ? make("section", "check-side", make("h3", "check-side-title", title), list) : "";
};

const makeNearest = (cards) =>
  make("section", "nearest", make("h3", "nearest-title", "Nearest passages, no evidence"), makeCards(cards, "cards near"));

/** The quotes on both sides of a claim or statement, and what came near where there is none. */
const makeQuotes = (part) => [
  part.note && make("p", "check-note", part.note),
  part.supports.length + part.refutes.length
    && make("div", "check-sides", makeCheckSide("For it", part.supports), makeCheckSide("Against it", part.refutes)),
  part.missing.length && make("p", "missing", `Nothing about: ${part.missing.join(", ")}`),
  part.nearest.length && makeNearest(part.nearest),
].filter(Boolean);

/** A statement with its verdict; its quotes are folded away unless they decide the verdict on the claim. */
const makeStatement = (part) => {
  const text = make("span", "", part.text);
  text.dir = "auto";
  const told = [make("b", "part-verdict", part.summary), ": ", text];
  const quotes = makeQuotes(part);
  if (!quotes.length) return make("li", `check-part ${part.verdict}`, ...told);
  const sides = part.sides ? make("p", "check-origins", part.sides) : "";
  const node = make("details", "", make("summary", "", ...told), sides, ...quotes);
  node.open = part.decides;
  return make("li", `check-part ${part.verdict}`, node);
};

const announce = (sentence) => { announcement.textContent = sentence; };

const makeVerdict = (checked) => {
  const heading = make("h2", "question-asked clamped", checked.claim);
  heading.dir = "auto";
  const node = make("article", `check-verdict ${checked.verdict}`, heading);
  if (checked.badge) node.append(make("p", "badges", checked.badge));
  node.append(make("p", "check-summary", checked.summary));
  if (checked.sides) node.append(make("p", "check-origins", checked.sides));
  if (checked.parts.length === 1) node.append(...makeQuotes(checked.parts[0]));
  else node.append(make("ul", "check-parts", ...checked.parts.map(makeStatement)));
  node.append(make("footer", "turn-foot", makeCopy("Copy with references", checked.markdown, announce),
    makeCopy("Copy as ClaimReview", checked.claim_review, announce),
    checked.evidence ? makeSave(checked.claim, () => checked.evidence, announce) : ""));
  return node;
};

const checkClaim = async () => {
  const number = ++asked;
  const switchOn = switchOff(sendButton);
  result.replaceChildren(make("p", "waiting", "Checking the claim against the articles"));
  const checked = await call(server.check_claim, { claim: field.value, as_of: asOf.value });
  if (number !== asked) return;
  switchOn();
  result.replaceChildren(checked.error ? make("p", "failed", checked.error) : makeVerdict(checked));
  announcement.textContent = checked.error || checked.summary;
};

form.addEventListener("submit", (event) => { event.preventDefault(); checkClaim(); });
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey) return;
  event.preventDefault();
  checkClaim();
});
