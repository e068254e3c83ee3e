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
  sure.title = sure.querySelector(".unseen").textContent = `${card.sure} sure of this side`;
  item.querySelector(".card-body").append(make("p", "card-note", rule));
  return item;
};

const makeCheckSide = (name, title, cards) => {
  const heading = make("h3", "check-side-title", title);
  const list = make("ol", "cards", ...cards.map(makeStanced));
  list.setAttribute("role", "list");
  const none = make("p", "check-none", "No quote");
  return make("section", `check-side ${name}`, heading, cards.length ? list : none);
};

const makeWords = (title, words) => make("p", "missing", `${title}: ${words.join(", ")}`);

const makeCheckedPart = (part) => {
  const text = make("span", "check-part-text", part.text);
  text.dir = "auto";
  const missing = part.missing.length ? make("span", "check-part-missing", `nothing about ${part.missing.join(", ")}`) : "";
  return make("li", `check-part ${part.verdict}`, make("b", "", part.words), ": ", text, " ", missing);
};

const announce = (sentence) => { announcement.textContent = sentence; };

const makeVerdict = (checked) => {
  const heading = make("h2", "question-asked", checked.claim);
  heading.dir = "auto";
  const node = make("article", `check-verdict ${checked.verdict}`, heading);
  if (checked.badge) node.append(make("p", "badges", checked.badge));
  node.append(make("p", "check-summary", checked.summary));
  if (checked.sides) node.append(make("p", "check-origins", checked.sides));
  if (checked.note) node.append(make("p", "check-note", checked.note));
  if (checked.parts.length) node.append(make("ul", "check-parts", ...checked.parts.map(makeCheckedPart)));
  if (checked.supports.length || checked.refutes.length) {
    node.append(make("div", "check-sides",
      makeCheckSide("supports", "For the claim", checked.supports), makeCheckSide("refutes", "Against the claim", checked.refutes)));
  }
  if (checked.missing.length) node.append(makeWords("Nothing about", checked.missing));
  if (checked.nearest.length) {
    node.append(make("section", "nearest",
      make("h3", "nearest-title", "Nearest passages, no evidence"), makeCards(checked.nearest, "cards near")));
  }
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
