// Shared by every part of the page. Whatever comes out of an article is set as text, never as markup.

/** An element; strings among the children become text nodes. */
const make = (tag, className, ...children) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
};

const makeButton = (className, onclick, ...children) => {
  const button = make("button", className, ...children);
  button.type = "button";
  button.addEventListener("click", onclick);
  return button;
};

/** Opens the reader at a place: {article, start, end}; without start and end, at the top. */
const openArticle = ({ article, start = null, end = null }) =>
  window.dispatchEvent(new CustomEvent("clipfile:open", { detail: { article, start, end } }));

/** The date; where it was inferred, a button that shows the words it was inferred from. Returns [date, note]. */
const makeDate = ({ date, inferred_from: words }) => {
  if (!words) return [make("span", "date", date), ""];
  const note = make("span", "inferred-note", `Date inferred from ${words}`);
  note.hidden = true;
  const button = makeButton("date inferred", () => {
    note.hidden = !note.hidden;
    button.setAttribute("aria-expanded", String(!note.hidden));
  }, date);
  button.title = `Inferred from ${words}`;
  button.setAttribute("aria-expanded", "false");
  return [button, note];
};

/** Things in a row with a middle dot between them; empty ones are left out. */
const makeLine = (className, ...parts) => {
  const line = make("p", className);
  parts.filter(Boolean).forEach((part, index) => {
    if (index) line.append(make("span", "dot", " · "));
    line.append(part);
  });
  return line;
};

const selectingText = () => String(window.getSelection()).length > 0;

/** The button that opens a quote: its number, or a sign for a passage without one. */
const makeNumber = (card) => {
  const button = makeButton("number", () => openArticle(card), card.number ? String(card.number) : "¶");
  button.setAttribute("aria-label", card.number ? `Open quote ${card.number} in the article` : "Open this passage in the article");
  return button;
};

/** How sure it is that the quote answers, as a share; small, since the words of the quote are what counts. */
const makeSure = ({ sure }) => {
  const node = make("span", "sure", `${sure} sure`, make("span", "unseen", " that this answers"));
  node.title = `${sure} sure that this answers the question`;
  return node;
};

const makeOutlet = (outlet) => (outlet ? make("b", "outlet", outlet) : make("span", "outlet", "outlet not stated"));

const makeSource = (card, date) =>
  makeLine("source", makeOutlet(card.outlet), date, card.voice && make("span", "voice", card.voice));

/** Another article's quote that goes with a card: its later figure, or the same words printed first or last. */
const makePointer = (pointer) => {
  const label = make("b", "pointer-label", pointer.label);
  const button = makeButton("pointer", () => openArticle(pointer), label, " ", make("span", "outlet", pointer.outlet || "outlet not stated"), `, ${pointer.date}`);
  button.title = pointer.quote;
  const quote = make("q", "pointer-quote", pointer.quote);
  quote.dir = "auto";
  return make("p", "pointed", button, pointer.label === "Later" ? quote : "");
};

/** A quote with its number and where it stands; the number, or a click anywhere on it, opens the article there. */
const makeCard = (card) => {
  const number = makeNumber(card);
  const [date, note] = makeDate(card);
  const quote = make("blockquote", "quote", card.quote);
  quote.dir = "auto";
  const title = make("p", "source-title", card.title);
  title.dir = "auto";
  const item = make("li", "card", make("div", "margin", number, card.sure ? makeSure(card) : ""), make("div", "card-body", quote, makeSource(card, date), title, note, ...card.pointers.map(makePointer)));
  if (card.why) item.querySelector(".card-body").append(make("details", "why", make("summary", "", "Why this quote"), make("p", "why-words", card.why)));
  item.addEventListener("click", (event) => {
    if (event.target.closest("button, a, details") || selectingText()) return;
    number.focus({ preventScroll: true });
    openArticle(card);
  });
  return item;
};

const makeCards = (cards, className = "cards") => {
  const list = make("ol", className, ...cards.map(makeCard));
  list.setAttribute("role", "list"); // Safari drops the list role where list-style is none
  return list;
};

const smoothly = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

/** What a server function gives, or an error in its place; Gradio gives nothing where the call fails. */
const call = async (serverFunction, sent = null) => {
  const got = await serverFunction(sent).catch(() => null);
  return got ?? { error: "Clipfile does not answer. Is it still running?" };
};

/** Saves a text as a file of the browser's downloads. */
const download = (name, text, type) => {
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

/** Switches a button off while something runs; what is returned switches it on, with the focus if that was lost to it. */
const switchOff = (button) => {
  const focused = document.activeElement === button;
  button.disabled = true;
  return () => {
    button.disabled = false;
    if (focused && document.activeElement === document.body) button.focus({ preventScroll: true });
  };
};

/** Calls a function when a part is first on the screen, for what is not worth asking for before. */
const whenFirstSeen = (node, act) => {
  new IntersectionObserver((seen, observer) => {
    if (!seen.some((each) => each.isIntersecting)) return;
    observer.disconnect();
    act();
  }).observe(node);
};

/** Puts a text on the clipboard. */
const copyText = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch { // no clipboard without permission, or at an address that is not this machine's
    const field = make("textarea", "unseen", text);
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
};

/** Says something on a button for a while, and to `announce`. */
const say = (button, sentence, announce) => {
  const label = button.dataset.label ??= button.textContent;
  button.textContent = sentence;
  announce(sentence);
  setTimeout(() => { button.textContent = label; }, 2000);
};

/** A button that copies a text, and says so. */
const makeCopy = (label, text, announce) => {
  const button = makeButton("plain copy", async () => {
    await copyText(text);
    say(button, "Copied", announce);
  }, label);
  return button;
};

/** A button that saves an evidence file, named after what was asked; `fetch` gives its text, or an error. */
const makeSave = (asked, fetch, announce) => makeButton("plain save", async ({ currentTarget: button }) => {
  const text = await fetch();
  if (!text || text.error) {
    say(button, "Not saved: Clipfile does not answer", announce);
    return;
  }
  const name = asked.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-+|-+$/g, "");
  download(`${name || "answer"}.json`, text, "application/json");
}, "Save with proof");
