// The reader: a panel beside the conversation, or a sheet over the whole of a narrow screen.
const reader = element.querySelector("dialog");
const heading = element.querySelector(".reader-title");
const facts = element.querySelector(".reader-facts");
const text = element.querySelector(".reader-text");
const narrow = matchMedia("(max-width: 899px)");
let opener = null; // what had the focus, and gets it back
let asked = 0; // the last request wins

const setOpener = (node) => {
  opener?.removeAttribute("aria-expanded");
  opener = node;
  opener?.setAttribute("aria-expanded", "true");
};

const makePiece = (piece) => {
  if (piece.quoted) return make("mark", "", piece.text);
  return piece.furniture ? make("span", "furniture", piece.text) : document.createTextNode(piece.text);
};

const makeParagraph = (pieces) => {
  const aside = pieces.every((piece) => piece.furniture);
  const paragraph = make("p", aside ? "furniture" : "", ...pieces.map(makePiece));
  paragraph.dir = "auto";
  return paragraph;
};

const makeLink = (address) => {
  const link = make("a", "link", "Original page");
  link.href = address; // checked in Python to be http or https
  link.rel = "noopener noreferrer nofollow";
  link.target = "_blank";
  return link;
};

const paint = (article) => {
  heading.textContent = article.title;
  const [date, note] = makeDate(article);
  facts.replaceChildren(makeLine("source", makeOutlet(article.outlet), date,
    article.author && make("span", "author", `by ${article.author}`), article.link && makeLink(article.link)), note);
  text.replaceChildren(...article.paragraphs.map(makeParagraph));
  if (article.paragraphs.some((pieces) => pieces.some((piece) => piece.furniture))) {
    facts.append(make("p", "legend", "Dimmed text is page furniture; it takes no part in answers."));
  }
};

const paintError = (sentence) => {
  heading.textContent = "The article cannot be opened";
  facts.replaceChildren(make("p", "failed", sentence));
  text.replaceChildren();
};

/** On a narrow screen the sheet is modal: the rest of the page cannot be reached behind it. */
const show = () => {
  if (reader.open) return;
  if (narrow.matches) reader.showModal();
  else reader.show();
  document.documentElement.classList.add("clipfile-reading");
};

const open = async ({ detail }) => {
  const number = ++asked;
  if (!reader.contains(document.activeElement)) setOpener(document.activeElement);
  const article = await call(server.open_article, detail);
  if (number !== asked) return;
  if (article.error) paintError(article.error);
  else paint(article);
  show();
  heading.focus({ preventScroll: true });
  const mark = text.querySelector("mark");
  if (mark) mark.scrollIntoView({ block: "center", behavior: "auto" });
  else text.scrollTop = 0;
};

const close = () => {
  asked += 1;
  document.documentElement.classList.remove("clipfile-reading");
  if (reader.open) reader.close();
  const back = opener;
  setOpener(null);
  if (back?.isConnected) back.focus({ preventScroll: true });
};

reader.addEventListener("cancel", (event) => { event.preventDefault(); close(); }); // a phone's way back
element.querySelector(".reader-close").addEventListener("click", close);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && reader.open) { event.preventDefault(); close(); }
});
narrow.addEventListener("change", () => { // the window was made wider or narrower: the same article in the other form
  if (!reader.open) return;
  reader.close();
  show();
});
window.addEventListener("clipfile:open", open);
