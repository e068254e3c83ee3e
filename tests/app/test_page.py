"""The page in a real browser, over answers written by hand (page_server.py)."""

import re
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import expect
from tests_contrast import WEAK_CONTRAST

NO_SIDEWAYS_SCROLL = "document.documentElement.scrollWidth <= window.innerWidth"
NEARLY_590 = "While nearly 590 foreign security force personnel are now deployed"


def outside(requests: list[str]) -> list[str]:
    """The requests that left the machine."""
    return [url for url in requests if urlsplit(url).scheme in ("http", "https") and "127.0.0.1" not in url[:20]]


def test_question_typed_and_sent_by_keyboard_is_answered_with_numbered_quotes(visit):
    visit.page.keyboard.type("How many officers?")
    visit.page.keyboard.press("Enter")
    cards = visit.last.locator(".card")
    expect(cards).to_have_count(5)
    expect(cards.nth(2)).to_contain_text(NEARLY_590)
    expect(cards.nth(2).locator(".source")).to_have_text("Tell · about January 2025 (inferred)")
    expect(cards.nth(3)).to_contain_text("date not stated · attributed to experts and officials")
    expect(cards.nth(4)).to_contain_text("outlet not stated · about August 2024 (inferred) · said by Garry Conille")
    expect(cards.nth(4).locator(".sure")).to_have_text("90% sure that this answers")
    expect(visit.last.locator(".summary")).to_have_text("5 quotes from 5 articles, 4 origins")
    expect(visit.page.get_by_role("status").filter(has_text="5 quotes from 5 articles")).to_have_count(1)


def test_what_is_typed_while_an_answer_comes_is_kept(visit):
    field = visit.page.get_by_label("Question")
    field.fill("Why no turrets?")
    field.press("Enter")
    field.press_sequentially("Who leads it?", delay=20)
    expect(visit.last.locator(".quote").first).to_be_visible()
    expect(field).to_have_value("Who leads it?")


def test_number_opens_the_article_at_exactly_the_quote(visit):
    visit.ask("How many officers?")
    quote = visit.last.locator(".card .quote").nth(2).text_content()
    visit.page.get_by_role("button", name="Open quote 3 in the article").last.press("Enter")
    reader = visit.page.get_by_role("dialog")
    expect(reader.locator("mark")).to_have_text(quote, use_inner_text=False)
    expect(reader.locator("mark")).to_be_in_viewport(ratio=1)
    expect(reader.get_by_role("heading")).to_be_focused()
    expect(reader.locator(".reader-text")).to_contain_text("and what next?")


def test_escape_closes_the_reader_and_gives_the_focus_back(visit):
    visit.ask("How many officers?")
    number = visit.last.locator(".card").nth(1).get_by_role("button", name="Open quote 2")
    number.click()
    expect(visit.page.get_by_role("dialog")).to_be_visible()
    visit.page.keyboard.press("Escape")
    expect(visit.page.get_by_role("dialog")).to_be_hidden()
    expect(number).to_be_focused()


def test_words_that_a_date_was_inferred_from_are_reached_by_keyboard(visit):
    visit.ask("Why no turrets?")
    date = visit.last.get_by_role("button", name="about August 2024 (inferred)")
    date.press("Enter")
    expect(visit.last.locator(".inferred-note")).to_contain_text("According to a July 30 press conference")
    expect(date).to_have_attribute("title", re.compile("July 30 press conference"))


def test_reader_dims_furniture_and_no_other_text(visit):
    visit.ask("How many officers?")
    visit.last.locator(".card .number").first.click()
    text = visit.page.locator(".reader-text")
    expect(text.get_by_text("Follow us on social")).to_have_class("furniture")
    expect(text.locator("p.furniture", has_text="keep readingShow less")).to_have_count(3)
    expect(text.locator(".furniture", has_text="Kenyan President William Ruto")).to_have_count(0)


@pytest.mark.parametrize("visit", [{}, {"width": 390}], indirect=True, ids=["desktop", "390 pixels"])
def test_what_is_reached_by_keyboard_is_not_behind_the_question_field(visit):
    visit.ask("How many officers?")
    visit.last.locator(".number").first.focus()
    for _ in range(20):
        visit.page.keyboard.press("Tab")
        focused = visit.page.locator(":focus")
        if focused.locator("xpath=ancestor::*[@id='composer']").count():
            break
        field = visit.page.locator("#composer").bounding_box()["y"]
        box = focused.bounding_box()
        assert box["y"] + box["height"] <= field, focused.text_content()
    expect(visit.page.get_by_label("Question", exact=True)).to_be_focused()


def test_disagreement_shows_every_side_with_the_words_that_decide(visit):
    visit.ask("How many officers?")
    differ = visit.last.locator("section.difference")
    expect(differ.get_by_role("heading")).to_have_text("The articles differ: officers in the mission later update")
    sides = [side.text_content() for side in differ.locator(".side-words").all()]
    assert sides == ["just over 1,000", "400 police troops", "nearly 590 foreign security force personnel"]
    expect(differ.get_by_role("button", name="Open quote 2")).to_have_count(1)


def test_further_disagreement_is_folded_behind_its_title(visit):
    visit.ask("How many officers?")
    further = visit.last.locator("details.difference")
    expect(further.locator(".side").first).to_be_hidden()
    further.get_by_role("heading", name="The articles differ: something else").click()
    expect(further.locator(".side")).to_have_count(3)


def test_later_figure_is_a_badge_that_opens_the_later_quote(visit):
    visit.ask("Is there a later figure?")
    card = visit.last.locator(".card")
    expect(card.locator(".pointed").first).to_contain_text("will bring the force’s numbers to just over 1,000")
    expect(card.locator(".pointed")).to_have_count(2)
    card.get_by_role("button", name="Later RS, about October 2024 (inferred)").press("Enter")
    expect(visit.page.locator("mark")).to_contain_text("numbers to just over 1,000")
    expect(visit.page.locator("mark")).to_be_in_viewport(ratio=1)


def test_unanswered_question_says_so_and_marks_what_came_near_as_no_answer(visit):
    visit.ask("Did France send helicopters?")
    expect(visit.last.locator(".not-found")).to_have_text("The articles do not say.")
    expect(visit.last.locator(".missing")).to_have_text("Nothing about: France, helicopters")
    expect(visit.last.locator(".nearest")).to_contain_text("Nearest passages, not an answer")
    expect(visit.last.locator(".card")).to_have_count(2)
    expect(visit.last.locator(".cards:not(.near)")).to_have_count(0)
    expect(visit.last.locator(".sure")).to_have_count(0)


def test_example_is_asked_by_its_button_and_the_examples_go_away(visit):
    visit.page.get_by_role("button", name="Why no turrets?").click()
    expect(visit.last.locator(".quote")).to_contain_text("without turrets")
    expect(visit.page.get_by_role("button", name="Why no turrets?")).to_be_hidden()


def test_follow_up_is_asked_with_its_history_and_date(visit):
    visit.ask("Why no turrets?")
    visit.page.get_by_label("As of").fill("2024-08")
    visit.ask("What history?")
    expect(visit.last.locator(".failed")).to_have_text("Before: Why no turrets?. As of: 2024-08.")
    expect(visit.last.locator(".badge")).to_have_text("As of August 2024")


def test_conversation_is_there_after_a_reload_until_a_new_one_is_begun(visit):
    visit.ask("Why no turrets?")
    visit.ask("Did France send helicopters?")
    visit.page.reload()
    expect(visit.page.locator(".turn")).to_have_count(2)
    expect(visit.page.locator(".turn").first.locator(".quote")).to_contain_text("without turrets")
    visit.page.get_by_role("button", name="New conversation").click()
    expect(visit.page.locator(".turn")).to_have_count(0)
    visit.page.reload()
    expect(visit.page.get_by_role("button", name="Why no turrets?")).to_be_visible()
    expect(visit.page.locator(".turn")).to_have_count(0)


def test_date_that_is_none_is_refused_with_a_sentence_and_the_question_kept(visit):
    visit.page.get_by_label("As of").fill("Octember")
    question = visit.page.get_by_label("Question", exact=True)
    question.fill("How many officers?")
    question.press("Enter")
    expect(visit.page.get_by_role("alert")).to_have_text(re.compile("'Octember' is not a date; write it as 2024"))
    expect(question).to_have_value("How many officers?")
    expect(visit.page.locator(".turn")).to_have_count(0)


def test_question_that_is_too_long_is_refused_with_a_sentence(visit):
    question = visit.page.get_by_label("Question", exact=True)
    question.fill("x" * 2001)
    question.press("Enter")
    expect(visit.page.get_by_role("alert")).to_contain_text("2,001 characters; ask it in 2,000 or fewer")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Please refuse", "This question cannot be searched."),
        (
            "Please break",
            "Something went wrong with this question. The terminal that Clipfile runs in has the details.",
        ),
        ("An altered quote", re.compile("unfit-for-purpose does not hold the quote at characters")),
    ],
    ids=["refused", "unexpected error", "quote that is no slice"],
)
def test_what_goes_wrong_is_a_sentence(visit, question, sentence):
    visit.ask(question)
    expect(visit.last.locator("p.failed")).to_have_text(sentence)
    expect(visit.last.locator(".card")).to_have_count(0)


def test_hostile_article_runs_nothing_and_asks_for_nothing_outside(visit):
    visit.ask("What is hostile?")
    visit.last.locator(".date").click()
    visit.last.locator(".card .number").click()
    reader = visit.page.get_by_role("dialog")
    expect(reader.locator("mark")).to_contain_text("<img src=x onerror=\"ran('image')\"> ${Object.assign")
    expect(reader.get_by_role("heading")).to_contain_text("<script>ran('title')</script>${ran('template')}{{ran}}<img")
    reader.get_by_role("button", name="inferred").click()
    assert reader.locator("a, img, script, form, iframe, style").count() == 0
    visit.page.get_by_role("button", name="Close the article").click()
    visit.page.get_by_role("tab", name="Collection").click()
    visit.page.get_by_text("2 files were passed over").click()
    expect(visit.page.get_by_text("<i>x.txt: it is a copy of hostile")).to_be_visible()
    visit.page.wait_for_timeout(300)  # for an image's error to be seen
    assert visit.page.evaluate("window.calls") == []
    assert visit.page.evaluate("window.hacked") == 0
    assert visit.requests
    assert outside(visit.requests) == []


def test_a_name_that_turns_the_writing_direction_leaves_the_words_beside_it(visit):
    visit.ask("What is hostile?")
    left = """(words) => [0, words.textContent.length - 1].map((at) => {
      const range = document.createRange();
      range.setStart(words.firstChild, at);
      range.setEnd(words.firstChild, at + 1);
      return range.getBoundingClientRect().left;
    })"""
    first, last = visit.last.locator(".voice").evaluate(left)
    assert first < last


def test_traps_for_hostile_text_would_be_seen_to_spring(visit):
    spring = "document.body.insertAdjacentHTML('beforeend', '<img src=/none.png onerror=\"ran(1)\">')"
    visit.page.evaluate(spring)
    visit.page.wait_for_function("window.calls.length === 1")


def test_server_connects_to_nothing_outside(visit, served):
    visit.ask("How many officers?")
    seen = served.connections.read_text("utf-8").splitlines()
    assert "socket.connect ('127.0.0.1', 9)" in seen  # the watch works
    assert [line for line in seen if "'127.0.0.1'" not in line and "localhost" not in line] == []


def test_collection_lists_each_article_and_opens_it(visit):
    visit.page.get_by_role("tab", name="Collection").click()
    rows = visit.page.locator(".collection tbody tr")
    expect(rows).to_have_count(7)
    visit.page.get_by_label("Show articles with").fill("tell 2025")
    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text("about January 2025 (inferred)")
    expect(visit.page.get_by_text("1 of 7 articles")).to_be_visible()
    rows.first.get_by_role("button").first.click()
    expect(visit.page.get_by_role("dialog").locator("p").first).to_contain_text("Tell")
    expect(visit.page.locator("mark")).to_have_count(0)


def test_link_of_an_article_is_a_link_that_tells_nothing(visit):
    visit.page.get_by_role("tab", name="Collection").click()
    visit.page.get_by_role("button", name="Linked").click()
    link = visit.page.get_by_role("link", name="Original page")
    expect(link).to_have_attribute("href", "https://news.example/a?b=1")
    expect(link).to_have_attribute("rel", "noopener noreferrer nofollow")


@pytest.mark.parametrize("visit", [{"width": 390}], indirect=True, ids=["390 pixels"])
def test_phone_never_scrolls_sideways_and_the_reader_covers_the_screen(visit):
    assert visit.page.evaluate(NO_SIDEWAYS_SCROLL)
    visit.ask("How many officers?")
    visit.ask("What is hostile?")
    assert visit.page.evaluate(NO_SIDEWAYS_SCROLL)
    assert visit.last.locator(".badges").evaluate("(badges) => badges.scrollWidth <= badges.clientWidth")
    visit.last.locator(".card .number").click()
    expect(visit.page.locator("mark")).to_be_in_viewport()
    assert visit.page.get_by_role("dialog").bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 800}
    assert visit.page.evaluate("document.querySelector('.reader-text').scrollWidth <= 390")
    visit.page.get_by_role("button", name="Close the article").click()
    visit.page.get_by_role("tab", name="Collection").click()
    expect(visit.page.locator(".collection tbody tr")).to_have_count(7)
    assert visit.page.evaluate(NO_SIDEWAYS_SCROLL)


def test_page_zoomed_in_far_has_room_for_the_answer_and_nothing_overlaps(visit):
    visit.page.set_viewport_size({"width": 320, "height": 256})
    visit.ask("How many officers?")
    expect(visit.page.locator("#composer")).not_to_be_in_viewport()
    date, restart = (visit.page.locator(part).bounding_box() for part in ("#as-of textarea", "#restart"))
    assert date["x"] + date["width"] <= restart["x"]


@pytest.mark.parametrize(
    ("visit", "dark"), [({}, False), ({"dark": True}, True)], indirect=["visit"], ids=["light", "dark"]
)
def test_text_stands_out_from_its_ground(visit, dark):
    visit.page.get_by_label("As of").fill("Octember")
    visit.page.get_by_role("button", name="Ask", exact=True).click()
    expect(visit.page.get_by_role("alert")).to_be_visible()
    visit.page.get_by_label("As of").fill("")
    visit.ask("How many officers?")
    visit.ask("Did France send helicopters?")
    visit.page.locator(".card .number").first.click()
    expect(visit.page.locator("mark")).to_be_visible()
    visit.page.mouse.move(0, 0)
    measured = visit.page.evaluate(WEAK_CONTRAST)
    assert visit.page.evaluate("document.body.classList.contains('dark')") is dark
    assert measured["seen"] > 100
    assert measured["weak"] == []


def test_answer_is_copied_as_markdown_with_its_references(visit):
    visit.ask("Why no turrets?")
    visit.page.get_by_role("button", name="Copy with references").click()
    expect(visit.page.get_by_role("button", name="Copied")).to_be_visible()
    copied = visit.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("**Why no turrets?**\n\n> “they could not – their vehicles")
    assert "\\[1\\] “Exclusive: Inside the foreign mission sent to battle Haiti’s gangs”; outlet not stated" in copied


def test_answer_that_cannot_be_fetched_is_not_saved(visit):
    visit.ask("Why no turrets?")
    downloads = []
    visit.page.on("download", lambda one: downloads.append(one))
    visit.page.route("**/component_server/", lambda route: route.abort())
    visit.page.get_by_role("button", name="Save with proof").click()
    expect(visit.page.get_by_role("button", name="Not saved: Clipfile does not answer")).to_be_visible()
    expect(visit.page.get_by_role("button", name="Save with proof")).to_be_visible()
    assert downloads == []


def test_replies_carry_the_guards_and_strangers_are_refused(served):
    reply = httpx.get(served.address)
    assert "default-src 'self'" in reply.headers["Content-Security-Policy"]
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["Referrer-Policy"] == "no-referrer"
    assert httpx.get(served.address, headers={"Host": "evil.example"}).status_code == 403
    joined = f"{served.address}/gradio_api/queue/join"
    assert httpx.post(joined, json={}, headers={"Origin": "http://evil.example"}).status_code == 403
    assert httpx.post(f"{served.address}/gradio_api/upload", files={"files": b"x"}).status_code == 403
