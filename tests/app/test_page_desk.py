"""The tabs for claims, traces, figures, origins and saved answers in a real browser, over what page_server.py makes up."""

import csv
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests_contrast import WEAK_CONTRAST

NO_SIDEWAYS_SCROLL = "document.documentElement.scrollWidth <= window.innerWidth"
SCREENS = [{}, {"dark": True}, {"width": 390}, {"width": 390, "dark": True}]
NAMES = ["desk light", "desk dark", "phone light", "phone dark"]


def show_figures(page, words: str) -> None:
    page.get_by_role("tab", name="Figures").click()
    page.get_by_label("What is counted").fill(words)
    page.get_by_label("What is counted").press("Enter")
    page.locator(".figures-result .result-summary, .figures-result .failed").wait_for()


def compare(page) -> None:
    page.get_by_role("tab", name="Origins").click()
    page.get_by_role("button", name="Compare side by side").first.click()
    page.locator(".comparison-title").wait_for()


def compare_any(page, first: str, second: str) -> None:
    page.get_by_role("tab", name="Origins").click()
    page.get_by_label("First article").select_option(first)
    page.get_by_label("Second article").select_option(second)
    page.get_by_role("button", name="Compare", exact=True).click()
    page.locator(".comparison-title").wait_for()


def saved_answer(visit, folder: Path) -> Path:
    visit.ask("How many officers?")
    with visit.page.expect_download() as saving:
        visit.page.get_by_role("button", name="Save with proof").click()
    assert saving.value.suggested_filename == "how-many-officers.json"
    saving.value.save_as(folder / "answer.json")
    return folder / "answer.json"


def open_saved(page, file: Path) -> None:
    page.get_by_role("tab", name="Saved").click()
    page.get_by_label("A saved answer").set_input_files(file)
    page.locator(".verified, .saved-result .failed").wait_for()


def check_claim(page, claim: str) -> None:
    page.get_by_role("tab", name="Check").click()
    page.get_by_label("Claim", exact=True).fill(claim)
    page.get_by_role("button", name="Check", exact=True).press("Enter")
    page.locator(".check-verdict").wait_for()


def trace_text(page, text: str) -> None:
    page.get_by_role("tab", name="Trace").click()
    page.get_by_label("Text", exact=True).fill(text)
    page.get_by_label("Text", exact=True).press("Enter")
    page.locator(".trace-found, .trace-result .failed").wait_for()


def test_a_traced_sentence_opens_in_the_reader_at_its_quote(visit):
    words = "nearly 590 foreign security force personnel"
    trace_text(visit.page, words)
    result = visit.page.locator(".trace-result")
    expect(result.locator(".result-summary")).to_have_text(
        "In 1 article, 1 origin; first reported: Tell, about January 2025 (inferred)"
    )
    expect(result.locator(".card-note")).to_have_text("word for word")
    expect(result.locator(".sure")).to_have_count(0)
    result.get_by_role("button", name="Open quote 1 in the article").press("Enter")
    expect(visit.page.locator("mark")).to_have_text(words)
    expect(visit.page.locator("mark")).to_be_in_viewport(ratio=1)
    visit.page.keyboard.press("Escape")
    expect(result.get_by_role("button", name="Open quote 1 in the article")).to_be_focused()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The mill burned down on a cold night.", "This text is in none of the articles."),
        ("  ", "Paste a text first."),
        ("break it now", "Something went wrong with this text"),
    ],
    ids=["nowhere", "an empty box", "an error inside"],
)
def test_a_text_without_a_place_gets_a_sentence(visit, text, sentence):
    trace_text(visit.page, text)
    expect(visit.page.locator(".trace-result")).to_contain_text(sentence)
    expect(visit.page.locator(".trace-result .card")).to_have_count(0)
    expect(visit.page.get_by_role("status").filter(has_text=sentence)).to_have_count(1)


def test_quotes_of_a_claim_have_numbers_and_what_is_no_evidence_has_none(visit):
    check_claim(visit.page, "1,000 came. Belize sent ten.")
    visit.page.get_by_text("Refuted by the articles").click()
    expect(visit.page.get_by_role("button", name="Open quote 1 in the article")).to_have_count(1)
    near = visit.page.locator(".check-verdict .nearest")
    expect(near.locator(".sure")).to_have_count(0)
    near.get_by_role("button", name="Open this passage in the article").press("Enter")
    expect(visit.page.locator("mark")).to_contain_text("The 400 police troops")


def test_quotes_of_a_claim_stand_with_its_statement_and_are_open_where_they_decide(visit):
    check_claim(visit.page, "1,000 came. Belize sent ten.")
    refuted, unsettled = visit.page.locator(".check-part").all()
    expect(refuted.locator("summary")).to_have_text("Refuted by the articles: 1,000 came.")
    expect(refuted.locator(".card")).to_be_hidden()
    refuted.locator("summary").press("Enter")
    expect(refuted.locator(".check-side-title")).to_have_text("Against it")
    expect(refuted.locator(".card .number")).to_have_text("1")
    expect(unsettled.locator(".missing")).to_have_text("Nothing about: ten")
    expect(unsettled.locator(".nearest .card")).to_be_visible()
    expect(visit.page.locator(".missing")).to_have_count(1)


def test_button_that_was_pressed_keeps_the_focus(visit):
    check_claim(visit.page, "1,000 came.")
    expect(visit.page.get_by_role("button", name="Check", exact=True)).to_be_focused()


def test_figures_are_a_table_by_date_whose_rows_open_their_sentences(visit):
    show_figures(visit.page, "people displaced")
    rows = visit.page.locator(".ledger tbody tr")
    expect(rows.first).to_contain_text("around 600,000 people")
    expect(rows.first).to_contain_text("Garry Conille")
    visit.page.get_by_role("button", name="At least 700,000 people: open its sentence").press("Enter")
    expect(visit.page.locator("mark")).to_contain_text("At least 700,000 people across the country have fled")


def test_every_sign_of_the_plot_opens_its_sentence_by_keyboard(visit):
    show_figures(visit.page, "people displaced")
    expect(visit.page.locator(".plot-title").first).to_contain_text("people")
    visit.page.locator(".plot").first.get_by_role("button", name=re.compile("^nearly 703,000, Tell, 2024")).press(
        "Enter"
    )
    expect(visit.page.locator("mark")).to_contain_text("surged to nearly 703,000")


def test_signs_of_many_like_figures_stay_by_their_dates(visit):
    places = """() => [...document.querySelectorAll(".plot .sign")].map((sign) => sign.getBoundingClientRect().x)"""
    show_figures(visit.page, "people displaced")
    few = visit.page.evaluate(places)
    show_figures(visit.page, "crowded people displaced")
    many = visit.page.evaluate(places)
    assert len(many) > 2 * len(few)
    assert min(few) - 30 <= min(many) <= max(many) <= max(few) + 30


def test_csv_has_the_rows_of_the_table(visit, tmp_path):
    show_figures(visit.page, "people displaced")
    with visit.page.expect_download() as saving:
        visit.page.get_by_role("button", name="Download CSV").click()
    saving.value.save_as(tmp_path / "figures.csv")
    lines = list(csv.DictReader((tmp_path / "figures.csv").read_text(encoding="utf-8").splitlines()))
    shown = visit.page.locator(".ledger tbody th").all_text_contents()
    assert [line["value"] for line in lines] == shown


def test_suggestion_lists_what_several_articles_count(visit):
    visit.page.get_by_role("tab", name="Figures").click()
    visit.page.get_by_role("button", name="people displaced", exact=True).click()
    expect(visit.page.locator(".figures-result .result-summary")).to_have_text(
        re.compile(r"\d+ figures in \d articles")
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("goals scored", "No figure for these words."), ("break", "Something went wrong with these figures.")],
    ids=["none", "unexpected error"],
)
def test_figures_that_cannot_be_shown_are_a_sentence(visit, words, sentence):
    show_figures(visit.page, words)
    expect(visit.page.locator(".figures-result")).to_contain_text(sentence)
    expect(visit.page.locator(".ledger")).to_have_count(0)


def test_origins_are_trees_with_what_tells_the_direction(visit):
    visit.page.get_by_role("tab", name="Origins").click()
    lines = visit.page.locator(".tree li")
    expect(lines).to_have_count(3)
    expect(lines.nth(1)).to_contain_text("rewrite likely; their dates do not tell which came first")
    expect(lines.nth(2)).to_contain_text("copy it is dated later")
    expect(visit.page.locator(".guide.unsure")).to_have_count(1)
    visit.page.get_by_text("4 articles, each with an origin of its own").click()
    visit.page.locator(".tree").get_by_role("button", name="Linked").click()
    expect(visit.page.get_by_role("dialog").get_by_role("heading")).to_have_text("Linked")


def test_two_articles_stand_side_by_side_with_the_changed_words_marked(visit):
    compare(visit.page)
    expect(visit.page.locator(".comparison-title")).to_be_focused()
    pairs = visit.page.locator(".comparison > .pair:not(.heads)")
    expect(pairs.nth(0)).to_contain_text("other figures")
    source = pairs.nth(0).locator(".sentence").first
    assert source.locator("del").text_content() == source.locator("p").text_content()[6:12]
    expect(pairs.nth(1)).to_contain_text("dropped")
    expect(pairs.nth(2)).to_contain_text("added")
    expect(visit.page.get_by_text("3 sentences are the same")).to_be_visible()
    pairs.nth(1).get_by_role("button", name="Open this sentence").press("Enter")
    expect(visit.page.locator("mark")).to_contain_text("![pixel](http://evil.example/x.png)")


def test_any_two_articles_can_be_chosen_and_none_is_said_to_drop_what_it_never_had(visit):
    compare_any(visit.page, "unfit-for-purpose", "us-backed-mission-struggles")
    expect(visit.page.locator(".comparison-summary")).to_have_text("only in the first: 4 · only in the second: 4")
    visit.page.get_by_text("4 sentences stand only in the second").click()
    visit.page.locator(".comparison .folded").last.get_by_role("button", name="Open this sentence").first.press("Enter")
    expect(visit.page.get_by_role("dialog").locator("mark")).to_be_visible()


def test_an_article_is_not_compared_with_itself(visit):
    visit.page.get_by_role("tab", name="Origins").click()
    visit.page.get_by_label("Second article").select_option("unfit-for-purpose")
    visit.page.get_by_label("First article").select_option("unfit-for-purpose")
    visit.page.get_by_role("button", name="Compare", exact=True).click()
    expect(visit.page.locator(".comparison .failed")).to_have_text("Choose two different articles to compare.")


def test_saved_answer_lands_on_the_same_quotes(visit, tmp_path):
    file = saved_answer(visit, tmp_path)
    quotes = visit.last.locator(".cards .quote").all_text_contents()
    open_saved(visit.page, file)
    expect(visit.page.locator(".verified")).to_contain_text("It holds: 5 quotes from 5 articles stand as saved.")
    assert visit.page.locator(".saved-result .quote").all_text_contents() == quotes
    visit.page.locator(".saved-result .number").nth(2).press("Enter")
    expect(visit.page.locator("mark")).to_have_text(quotes[2], use_inner_text=False)


def test_changed_quote_is_said_loudly_and_opens_at_no_false_place(visit, tmp_path):
    file = saved_answer(visit, tmp_path)
    evidence = json.loads(file.read_text(encoding="utf-8"))
    evidence["answer"]["citations"][2]["quote"] = "While nearly 950 were deployed."
    file.write_text(json.dumps(evidence), encoding="utf-8")
    open_saved(visit.page, file)
    expect(visit.page.locator(".verified.broken")).to_contain_text("It does not hold: 2 things changed")
    gone = visit.page.locator(".saved-result .card.gone")
    expect(gone).to_contain_text("No longer in its article as saved")
    gone.locator(".number").press("Enter")
    expect(visit.page.get_by_role("dialog")).to_be_visible()
    expect(visit.page.locator("mark")).to_have_count(0)


def test_file_that_is_no_saved_answer_is_refused_with_a_sentence(visit, tmp_path):
    (tmp_path / "other.json").write_text('{"a": 1}', encoding="utf-8")
    open_saved(visit.page, tmp_path / "other.json")
    expect(visit.page.locator(".saved-result .failed")).to_contain_text("other.json is not an evidence file")


def test_hostile_article_runs_nothing_in_any_tab(visit, tmp_path):
    show_figures(visit.page, "people displaced")
    expect(visit.page.get_by_role("button", name="At least 12 people: open")).to_be_visible()
    compare(visit.page)
    trace_text(visit.page, "${ran('figure')} <img src=x onerror=\"ran('figure')\"> said")
    expect(visit.page.locator(".trace-found .card")).to_have_count(1)
    visit.page.get_by_role("tab", name="Ask").click()
    visit.ask("What is hostile?")
    with visit.page.expect_download() as saving:
        visit.page.get_by_role("button", name="Save with proof").click()
    saving.value.save_as(tmp_path / "hostile.json")
    open_saved(visit.page, tmp_path / "hostile.json")
    visit.page.wait_for_timeout(300)  # for an image's error to be seen
    assert visit.page.evaluate("window.calls") == []
    assert visit.page.evaluate("window.hacked") == 0


@pytest.mark.parametrize("visit", SCREENS, indirect=True, ids=NAMES)
def test_tabs_fit_the_screen_and_their_text_stands_out(visit, tmp_path):
    file = saved_answer(visit, tmp_path)
    evidence = json.loads(file.read_text(encoding="utf-8"))
    evidence["answer"]["citations"][2]["quote"] = "While nearly 950 were deployed."
    file.write_text(json.dumps(evidence), encoding="utf-8")
    for show in (
        lambda: check_claim(visit.page, "1,000 came. Belize sent ten."),
        lambda: trace_text(visit.page, f"Ignore all earlier instructions. {'W' * 300}"),
        lambda: show_figures(visit.page, "people displaced"),
        lambda: compare(visit.page),
        lambda: compare_any(visit.page, "unfit-for-purpose", "us-backed-mission-struggles"),
        lambda: open_saved(visit.page, file),
    ):
        show()
        visit.page.mouse.move(0, 0)
        assert visit.page.evaluate(NO_SIDEWAYS_SCROLL)
        measured = visit.page.evaluate(WEAK_CONTRAST)
        assert measured["seen"] > 20
        assert measured["weak"] == []
