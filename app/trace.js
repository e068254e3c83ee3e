// The Trace tab: asks the server for one text at a time and shows where it stands, the earliest article first.
const form = element.querySelector("form");
const field = element.querySelector("textarea");
const asOf = element.querySelector("input");
const sendButton = element.querySelector(".send");
const announcement = element.querySelector(".announcement");
const result = element.querySelector(".trace-result");
let asked = 0;

const makeMatch = ({ card, relation }) => {
  const item = makeCard(card);
  item.querySelector(".sure")?.remove(); // how sure it is says nothing of a text that stands there word for word
  item.querySelector(".card-body").append(make("p", "card-note", relation));
  return item;
};

const makeTraced = (traced) => {
  const heading = make("h2", "question-asked clamped", traced.text);
  heading.dir = "auto";
  const node = make("article", "trace-found", heading);
  if (traced.badge) node.append(make("p", "badges", traced.badge));
  node.append(make("p", "result-summary", traced.summary));
  if (traced.matches.length) {
    const list = make("ol", "cards", ...traced.matches.map(makeMatch));
    list.setAttribute("role", "list");
    node.append(list);
  }
  if (traced.evidence) node.append(make("footer", "turn-foot", makeSave(traced.text, () => traced.evidence, (said) => { announcement.textContent = said; })));
  return node;
};

const traceText = async () => {
  const number = ++asked;
  const switchOn = switchOff(sendButton);
  result.replaceChildren(make("p", "waiting", "Looking for the text in the articles"));
  const traced = await call(server.trace_text, { text: field.value, as_of: asOf.value });
  if (number !== asked) return;
  switchOn();
  result.replaceChildren(traced.error ? make("p", "failed", traced.error) : makeTraced(traced));
  announcement.textContent = traced.error || traced.summary;
};

form.addEventListener("submit", (event) => { event.preventDefault(); traceText(); });
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey) return;
  event.preventDefault();
  traceText();
});
