"""Lines that are page furniture by their own wording: share bars, credits, teasers, lists, labels, stamps, boxes."""

import re
from enum import StrEnum
from functools import cache

from clipfile.corpus.furniture_boxes import ADVERTISEMENTS, ASIDES, BOXES, COMMENTS, LEGAL
from clipfile.corpus.outlet_names import OUTLET_NAME


class Kind(StrEnum):
    """What a line of furniture is there for."""

    RULE = "rule"  # a line without a letter or digit
    SHARE = "share"  # follow, share, listen, print
    IMAGE = "image"  # file names, counters and buttons of galleries
    CREDIT = "credit"  # photo captions with a credit, and credits alone
    MORE = "more"  # "keep reading", the end of a teaser
    LINK = "link"  # "Read more: …", a teaser in one line
    LIST = "list"  # "Related", "Most read": the heading of a list of teasers
    AD = "ad"  # advertisements and the lines around them
    BOX = "box"  # newsletters, cookies, subscriptions, appeals to the reader
    COMMENTS = "comments"
    LEGAL = "legal"  # copyright and terms
    LABEL = "label"  # sections, tags and paths through the site
    STAMP = "stamp"  # by whom and when it was put on the page
    TABLE = "table"  # a row, which says nothing without the rows above it
    BUTTON = "button"  # a word of the menu; beside other furniture only, since it could be a heading


_NETWORK = (
    r"(?:facebook|twitter|x|instagram|linkedin|whats ?app|telegram|reddit|pinterest|tumblr|tiktok|threads|bluesky|mastodon"
    r"|youtube|flipboard|messenger|pocket|(?:google|apple) news|e-?mail|mail|sms|rss|print|copy(?: link| url)?|link|share"
    r"|tweet|post|save|bookmark|more|gift(?: article)?|comments?|listen|snapchat|weibo|wechat)"
)
_AGENCY = (
    r"(?:reuters|agence france-presse|a\.?f\.?p\.?|ap(?: photo| images)?|associated press|getty(?: images)?|epa(?:-efe)?|efe"
    r"|shutterstock|alamy|bloomberg|xinhua|anadolu(?: agency)?|tass|dpa|upi|unsplash"
    r"|pa(?: wire| media| images)?|zuma(?: press)?|nurphoto"
    r"|istock(?:photo)?|wikimedia(?: commons)?|flickr|ansa|belga|canadian press|sipa|handout|file photo|screengrab"
    r"|screenshot|courtesy photo|redux|magnum(?: photos)?|imago|picture alliance|creative commons)"
)
_PICTURE = (
    r"(?:photo(?:graph|graphy)?s?(?: illustrations?)?|images?|pictures?|pics?|video|illustrations?|graphics?|artwork"
    r"|collage|composite)"
)
_CASED_PICTURE = r"(?-i:Photo(?:graph|s)?|PHOTO|Image|Picture|Illustration|Credit|Composite|Video|Graphic)"
_NAME = r"(?-i:[A-Z][\w.’'-]+(?: (?:(?:de|van|von|der|la|el|al|bin|da|du) )?[A-Z][\w.’'-]*){1,3})"
_PROPER = r"[A-Z][\w.’'-]*(?:,?(?: and)? [A-Z][\w.’'-]*){0,6}"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satu?r?|sun)(?:day)?\.?,?"
_DATE = (
    rf"(?:(?:{_WEEKDAY} )?(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
_CLOCK = r"(?:,? ?(?:at|[-–—|•·])? ?(?:\d{1,2}[:.]\d\d|\d{1,2}(?= ?[ap]\.?m))(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{1,5}\)?)?)"
_NO_STOP = r"(?!.*[.!?][”\"’']?$)"
_NO_STOP_BUT_CLOCK = r"(?!.*(?<![ap]\.m)[.!?][”\"’']?$)"  # "a.m." ends no sentence
_BEAT = (
    r"(?:staff|senior|chief|foreign|special|political|diplomatic|global|regional|world|national|security|business|science"
    r"|health|crime|court|local|night|deputy|news|environment|energy|economics|defen[cs]e|associate|contributing)"
)

# Each pattern has to match a whole line. Case does not count, except within (?-i:…).
_PATTERNS: dict[Kind, tuple[str, ...]] = {
    Kind.RULE: (r"[\W_]+",),
    Kind.TABLE: (r"\|.+\|",),
    Kind.SHARE: (
        rf"(?:share|follow|find|join)(?:,? (?:this|us|on|via|with|the|our|article|story|page|post|to|and|friends|social"
        rf"|media|{_NETWORK}|[&|/]|@\w+))*[.:!]?",
        rf"{_NETWORK}(?:(?: ?[,|/•·&] ?| )(?:and )?{_NETWORK})+",
        r"(?:tweet|print|e-?mail|save|bookmark|copy|gift|share)(?: (?:this|full|article|story|page|link|for later))*",
        r"(?:click|tap) (?:here )?to (?:share|print|e-?mail|tweet|follow|copy|save)\b.{0,80}|like this:?|like loading\W*",
        r"(?-i:(?:Share|Save|Tweet|Post|Print|Copy link|E-?mail|Facebook|Twitter|WhatsApp|LinkedIn|Reddit|Comments?){2,})",
        r"(?:article|story) (?:bookmarked|saved)|(?:find|see) your bookmarks\b.{0,120}|read later|see all|remove"
        r"|close panel|about sharing",
        r"(?:save|bookmark) (?:articles?|stories|this)\b.{0,80}\b(?:read later|reading list)\b.{0,60}",
        r"embed(?: share)?|direct link|no media source currently available|the code has been copied\b.{0,60}",
        r"transcript|download",
        r"0:00|\d{1,2}:\d\d(?::\d\d)? ?[/|-]? ?\d{1,2}:\d\d(?::\d\d)?",  # a single one can date an update
        rf"(?:follow|like|find|join) (?!.*[“”\"]).{{2,80}} on {_NETWORK}\b(?:(?: ?[,&/]|,? and) {_NETWORK})*(?: for .{{2,60}})?"
        r"[.!]?(?: send .{2,80})?",
        rf"follow (?:{_NAME}|@\w+)(?:,? (?:on {_NETWORK}|at @\w+|@\w+)| ?\(@\w+\))+\.?|follow @\w+\.?",
        rf"view (?:this post )?on {_NETWORK}|a post shared by .{{2,80}}|pic\.twitter\.com/\w+",
        r"(?:listen(?: to this (?:article|story|episode))?|play audio|hear this story)(?: ?[(·•|–-]? ?\d+(?:[:.]\d+)? ?"
        r"(?:min(?:ute)?s?)?\)?)?",
    ),
    Kind.IMAGE: (
        r"\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?",  # Markdown
        r"[^\s/]+\.(?:jpe?g|png|gif|webp|svg|avif|tiff?|heic|mp4|bmp)",
        r"(?=\S*\d)(?=\S*[_-]\S*[_-])[\w-]{18,}",
        r"(?:image|photo|slide|picture|item|list)? ?\[?\d+ ?(?:of|/) ?\d+\]?(?: (?:images?|photos?|slides?|pictures?|items?))?",
        r"list of \d+ items|end of (?:list|carousel|gallery|interactive.{0,20})|press enter to skip.{0,40}",
        r"\+ ?\d+",
        r"(?:view|open|enlarge|expand|hide|show|see|toggle|click to)(?: (?:the|this|full(?: ?screen)?|larger?|all|in|enlarge"
        r"|expand|view|images?|gallery|captions?|slideshow|photos?|pictures?|version))+",
        r"(?:image|media|photo|video) (?:caption|source)(?:[,:].*)?",
        r"video player is loading\W*|(?:current|remaining) time\b.{0,12}|duration\b.{0,12}|play video|pause|mute|unmute"
        r"|full ?screen|captions|stream type\b.{0,12}|playback rate\b.{0,12}",
        r"(?:gallery|slideshow|photo gallery|in pictures)(?:: ?\d+ (?:photos|images))?",
    ),
    Kind.CREDIT: (
        rf"(?:(?:top|lead|main|cover|featured?|header|title|above|file|banner|hero) )*(?:{_PICTURE}|credits?) ?[:©].*",
        rf"(?:(?:top|lead|main|cover|featured?|header|file|banner) )*{_PICTURE} (?:credits?|courtesy)\b.*",
        rf"{_NO_STOP}(?:{_PICTURE}|drawing|map) (?:by|from) .{{2,60}}",
        r"(?-i:FILE|File photo|FILE PHOTO|File)(?: ?[:–—]| -) ?.*",
        r"(?:photo )?caption: .*",
        r"(?:pictured|above|below|inset|clockwise from .{2,20}|in this photo)(?: (?:above|below|left|right))?: .*",
        rf"{_NO_STOP}(?:map|chart|data|infographic|table) ?: .{{2,160}}",
        r".*(?:^|[\s(\[.,”])(?-i:REUTERS|AFP|EPA|EPA-EFE|AP Photo|AP|Reuters|XINHUA|Xinhua) ?/ ?(?-i:[A-Z]).{1,60}",
        rf".*[(\[](?:[^()\[\]]{{0,80}}\W)?(?:{_AGENCY} ?/|/ ?{_AGENCY}|via {_AGENCY})(?:\W[^()\[\]]{{0,80}})?[)\]]\.?",
        rf".*[(\[](?:[^()\[\]]{{0,80}}\W)?(?:{_PICTURE}|credit)(?: by\b| courtesy\b| credit\b| ?[:/])[^()\[\]]{{0,80}}[)\]]\.?",
        rf".*[(\[]{_NAME} ?(?:/| for ) ?(?-i:[A-Z])[\w.’' -]{{1,40}}[)\]]\.?",
        rf"(?:.{{0,400}}[.!?”’\"\w)] )?{_CASED_PICTURE}(?: credit| by| courtesy of)?: ?(?-i:[A-Z©@]).{{1,80}}",
        rf".{{0,400}}(?:/ ?|\bvia |© ?|\| ?){_AGENCY}(?:(?: via | ?/ ?){_AGENCY})*[)\]]*",
        rf"{_AGENCY}(?:(?: ?[/,|&] ?| via | ){_AGENCY})*",
        rf"\[{_PICTURE} (?:via|by|from|courtesy of) .{{2,80}}\]",
        r"(?:.{0,400}[.!?”\"\w] )?(?-i:PHOTO|Photo|PIC|Pic|FILE|IMAGE) ?\| ?(?-i:[A-Z]).{1,80}",
        r"(?-i:[A-Z][a-z’'-]+(?: [A-Z][\w.’'-]*){1,2} ?/ ?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3})",
        rf"credit ?(?:\.\.\.|…) ?{_NAME}.{{0,60}}",
        r"\[?\d+ ?(?:of|/) ?\d+(?:\]| ?\|) ?\S.*",
        rf".*\((?:credit|courtesy|{_PICTURE})\b[^()]{{0,100}}\)",
    ),
    Kind.MORE: (
        r"(?:keep|continue) reading(?: ?(?:show less|show more|below|→|>+|»|\.\.\.|…))?",
        r"show (?:less|more|all)",
        r"(?:read|see|view|load|find out|learn|discover|watch|listen) (?:more|all|less|now)(?: (?:stories|news|articles"
        r"|posts|here))?(?: ?(?:→|>+|»|\.\.\.|…|\[\+\]|\+))?",
        r"(?:read|see|view) (?:the )?(?:full|whole|entire|complete|rest of (?:the|this)) (?:story|article|report|post)"
        r"(?: (?:here|at|on)\b.{0,40})?(?: ?(?:→|>+|»|\.\.\.|…))?",
        r"(?:full story|read on|more)(?: ?(?:→|>+|»|\.\.\.|…))?",
    ),
    Kind.LINK: (
        r"(?:read more|more|read|read also|also read|read next|see also|see more|related|watch(?: (?:now|live|more))?|listen"
        r"|more on this(?: story)?|more coverage|go deeper|recommended|don[’']t miss|must[- ]read|up next|in case you missed it"
        r"|related (?:article|story|coverage|content|news|link|post|video|reading)s?) ?(?::|>+|»|\||→) ?\S.*",
        r"(?:[»→▶►]|\[\+\]) ?\S.*|>(?! ?[“\"‘']) ?\S.*(?<![.!?…”\"’'])",
        r"(?:you (?:may|might) (?:also )?like|(?:the )?most read|trending|in other news) ?[:|–—] ?\S.*",
        r"(?:(?:also|elsewhere|inside|today|tomorrow) (?:in|at)"
        r" (?:the|this|today[’']s|our) .{2,40}|from (?:the|our) archives?|editor[’']s picks?|latest|new podcast) ?[:|–—] ?\S.*",
        rf"{_NO_STOP}(?-i:[A-Z]{{4,}}(?: [A-Z]{{2,}}){{0,3}}) ?\| ?\S.*",
        rf"{_NO_STOP}(?-i:VIDEO|PHOTOS|PREVIOUS COVERAGE|PREVIOUSLY|MORE COVERAGE|POLL|QUIZ|GALLERY|EXPLAINER|ANALYSIS"
        r"|OPINION): \S.*",
        r"click (?:here|the link|below)\b.*|.*\(?opens (?:in )?(?:an? )?new (?:window|tab)\)?",
        r"(?:previous|next|older|newer|recent) (?:posts?|articles?|stor(?:y|ies)|entr(?:y|ies)|comments?)(?: ?[:»←→].*)?",
        rf"{_NO_STOP}(?:see|view|watch|find) (?:more|all|other|our|the full) (?:about|on|of|stories|news|coverage"
        r"|reporting|from|in)\b.{1,80}",
        r"(?:follow|read|see) (?:all )?(?:our|the latest|live) (?:live )?(?:coverage|updates|blog|reporting)\b.{0,80}",
    ),
    Kind.LIST: (
        r"what we[’']re (?:watching|reading|following)|(?:our|the) (?:latest|recent) (?:investigations?|work)",
        r"related(?: (?:articles?|stor(?:y|ies)|contents?|coverage|topics?|reading|links?|posts?|news|videos?|reads?))?[: ]*",
        r"(?:what to )?read (?:next|also|this next)[: ]*|also read[: ]*|see also[: ]*|up next[: ]*|next up[: ]*",
        r"(?:the )?most (?:read|popular|viewed|shared|commented|watched|discussed|emailed)(?: (?:stories|articles|today|now"
        r"|this week|(?:in|on) .{2,30}))?[: ]*",
        r"trending(?: (?:now|stories|topics|news|articles|today|this week))?[: ]*",
        r"(?:the )?latest(?: (?:news|stories|headlines|updates?|articles|posts|videos|(?:from|in|on) .{2,30}))?[: ]*",
        r"recommended(?: (?:for you|stories|reading|articles|videos|by .{2,20}))?[: ]*|our picks?|must[- ]reads?",
        r"(?:editor[’']?s?[’']?|staff) (?:picks?|choices?)|top (?:stories|headlines|picks|news)(?: (?:today|now))?[: ]*",
        r"read more (?:on|about|in) (?!.*[.?!]$)(?:\S+ ?){1,8}",
        r"more (?:from|in|on) (?:(?:this|the|our|these|same)(?: same)? (?:section|series|topics?|story|author|magazine"
        r"|newsroom|site|archives?|blog|paper|newspaper|desk|team)|(?-i:[A-Z])(?:\S+ ?){1,4})(?<![.?!])",
        r"more (?:to read|(?:\w+ )?(?:stories|news|headlines|coverage|articles)(?: (?:from|on|in|about) .{2,30})?)[: ]*",
        r"you (?:may|might) (?:also )?(?:like|enjoy|have missed|be interested in|want to read)[: .]*",
        r"don[’']t miss[: ]*|in case you missed it[: ]*|(?:from )?around the web|(?:from|by) our (?:partners|sponsors)",
        r"popular(?: (?:stories|now|posts|articles|reads|today|(?:on|in) .{2,20}))?|featured(?: (?:stories|articles|posts))?",
        r"(?:other|recent|suggested|new) (?:stories|news|articles|headlines|posts|topics|reads)[: ]*|explore more(?: .{2,30})?",
        r"topics?|subjects?|downloads?|references|related services|match stats|statistics|key (?:posts|events)|more episodes"
        r"|credits",
        r"on this (?:topic|story)|further reading|(?:in|today[’']s) (?:the )?(?:headlines|top stories)",
        r"archives?|most watched.{0,30}|(?:also|elsewhere) in (?:the|this|today[’']s|our) .{2,30}(?<![.!?])|in other news[: ]*",
        r"(?:stories|articles) you (?:may|might) like|watch (?:next|more|now|live)|in this (?:series|section)",
    ),
    Kind.AD: ADVERTISEMENTS,
    Kind.BOX: BOXES,
    Kind.COMMENTS: COMMENTS,
    Kind.LEGAL: LEGAL,
    Kind.LABEL: (
        *ASIDES,
        r"(?:home|front page)(?: ?[>/»›|→] ?[^.>/»›|→]{2,60})+",
        r"(?-i:[A-Z])[\w&’'. -]{1,28}(?: ?[|›»•·∙>] ?(?-i:[A-Z0-9])[\w&’'. -]{1,28}){1,12}(?<![.!?])",
        r"[^|.!?]{2,40}(?: \| [^|.!?]{2,40}){2,}|[^/.!?]{2,40}(?: / [^/.!?]{2,40}){2,}",
        r"serving .{2,60} since \d{4}|price:? ?[£$€]\d.{0,20}|(?:turn to|continued (?:on|from)|see) page \d+",
        r"you are here: .{2,120}(?<![.!?])|(?:for immediate release|(?:press|news|media) release)(?: .{0,30}\d.{0,20})?",
        r"(?:department|section|reference|series): ?\S.{1,60}(?<![.!?])|(?-i:[A-Z]{1,5}) ?\d+/\d{2,4}",
        r".{2,40}[▲▼△▽].{0,20}|(?:text|font) size\b.{0,20}"
        r"|(?:normal|larger?|smaller|very large|increase|decrease|reset) (?:text|font)(?: size)?",
        r"(?-i:[A-Z])[\w’' ]{1,28}: \d+(?:\.\d+)?%? ?[-–] ?\d+(?:\.\d+)?%?|att(?:endance)?: ?[\d,]+|(?:half|full)[ -]time",
        r"(?-i:[A-Z])[\w’'. ]{1,28} \d{1,3} ?[-–] ?\d{1,3} (?-i:[A-Z])[\w’'. ]{1,28}(?<![.!?])",
        r"(?:man|player) of the match: .{2,60}",
        r"doi: ?\S+|(?:pdf|html|print(?:able)?|text[- ]only) version|access options|supplementary information",
        r"\d{1,3}\. (?=.*(?:\bet al\b|\bdoi\b|\((?:19|20)\d\d\))).{10,300}",
        r"(?:photo|image|document|file|annex) ?\d* ?\((?:jpe?g|png|pdf|docx?|zip)\b.{0,30}\)",
        r"filed under\b.{0,80}",
        r"(?-i:(?:[AB]C|[AP]M)-+[A-Z])[\w-]+(?:[, ].{0,60})?(?<![.!?])|(?-i:Eds): .{2,300}",  # an agency to its editors
        r"[(\[–—-]* ?(?:more(?: to (?:come|follow))?|end (?:it|adv))[)\]–—-]* ?[.…]*",
        r"[–—-] ?\d{1,4} ?[–—-]",
        r"(?:tags?|topics?|categor(?:y|ies)|keywords|sections?|posted in|tagged|in this (?:story|article)) ?: ?\S"
        r".{0,200}",
        r"weather(?: today| now)?\b.{0,30}\d ?°.{0,30}",
        r"back to (?:(?:the )?top|home.{0,10})",
        r"(?:webinar|white ?paper|podcast|on demand) ?: .{2,100}\bregister\b.{0,20}|(?:recently|now|last) played|on air now",
        r"search(?: for| this site)?:|comments? (?:off|closed)|(?-i:in [A-Z])[\w ]{2,24}(?:, (?-i:[A-Z])[\w ]{2,24}){1,4}",
        r"(?:(?:skip|jump) to .{2,30}|(?:open|close|toggle|main) (?:menu|navigation|search))",
        r"#\w+(?: #\w+)*|in this (?:story|article)|(?-i:[A-Z]{2,6}) [+–−-]?\d+(?:[.,]\d+)? ?%",
        r"(?-i:[A-Z][A-Z &]+(?: / [A-Z][A-Z &]+)+)|(?:editions?|languages?): .{2,60}",
    ),
    Kind.STAMP: (
        rf"{_NO_STOP_BUT_CLOCK}(?:(?:first |originally |last )?(?:published|posted|updated|created|modified|edited|reviewed"
        r"|corrected|correction)|date)"
        rf" ?(?:on|at|[:|–-])? ?(?:{_DATE}|\d|{_MONTH} \d|{_WEEKDAY}|today|yesterday).{{0,80}}",
        rf"{_DATE}{_CLOCK}?(?: ?[|•·–—-]? ?(?:last )?(?:updated|published|modified)\b.{{0,60}})?",
        rf"{_DATE}{_CLOCK}? ?[–—|·•-] ?{OUTLET_NAME}|{OUTLET_NAME} ?[–—|·•-] ?{_DATE}{_CLOCK}?",
        rf"{_DATE}{_CLOCK}? by \S.{{1,40}}(?<![.!?])|(?-i:[A-Z])[\w&]{{2,14}} {_DATE}{_CLOCK}?",
        rf"(?:for publication|for release|released|issued|embargoed until) ?:? ?(?:on )?{_DATE}.{{0,40}}",
        rf"{_NO_STOP_BUT_CLOCK}by (?:the )?(?:editorial|news|web|online|digital) ?(?:team|staff|desk|room)\b.{{0,20}}{_DATE}"
        r".{0,20}",
        rf"(?:published|posted|written) by [^.]{{2,40}} (?:at|on) .{{0,20}}{_DATE}\.?",
        r"issued by ?: ?\S.{1,80}(?<![.!?])|est(?:d|ablished)?\.? (?:in )?\d{4}",
        rf"{_NO_STOP_BUT_CLOCK}{_DATE}{_CLOCK}? ?[/|•·] ?.{{2,40}}",
        rf"(?:{_WEEKDAY} )?(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{1,2}}[:.]\d\d.{{0,12}})?",
        r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)[ -]min(?:ute)?s?[ -](?:read|listen|watch|video)",
        r"embargo(?:ed)?(?: until| till|:)(?=.*\d).{4,60}",
        r"(?:reading|read) time ?:? ?\d+.{0,20}|(?:about )?\d+ words",
        r"(?:(?:updated|published|posted) )?(?:\d+|an?|one) ?(?:second|minute|min|hour|hr|day|week|month|year|[smhdw])s? ago",
        rf"{_NO_STOP}(?-i:By|BY|by):? {_NAME}(?:(?:,| and| &|,? with) {_NAME})*(?:(?:,| \||,? in| for| at|;) .{{2,60}})?",
        rf"{_NO_STOP}(?:written|reported|story|text|words|report|posted|author|reporter|writer|interview) ?(?:by|:)"
        rf" ?{_NAME}.{{0,60}}",
        rf"e-?mail: ?\S+@\S+|\d{{1,2}}[:.]\d\d,? {_DATE}",
        r".{2,160}\bcontributed (?:reporting )?to this (?:report|story|article)\.?",
        r"(?-i:[A-Z]).{2,80}\b(?:writer|reporter|correspondent|journalist)s? (?-i:[A-Z]).{2,160}\bcontributed\.?",
        rf"(?-i:{_PROPER} reported from {_PROPER}(?:,? and {_PROPER} from {_PROPER})*)\.?",
        rf"(?-i:[A-Z][A-Z&.’' -]{{3,40}}) {_DATE}|{_NAME}(?: in (?-i:{_PROPER}))? {_DATE}",
        rf"{_NAME},? (?:{_BEAT} )*(?:writer|reporter|correspondent|editor|contributor|columnist|bureau chief)"
        r"(?: (?:in|at|for) (?-i:[A-Z]).{1,40})?",
        r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+|\[email.protected\]",
        r".{2,60} (?:can be reached|may be contacted|is reachable) (?:at|on|by|via|under)\b(?=.*(?:@|\d{3})).{2,120}",
        rf"{_NO_STOP}(?:(?:this .{{2,20}} )?(?:published|printed|appeared) )?in (?:the|our) .{{0,30}}print edition\b.{{0,80}}",
        rf"{_NO_STOP}(?:print edition|page|vol(?:ume)?\.?|issue) ?(?:no\.? ?)?[A-Z]?\d+[A-Z]?(?:,? .{{0,30}})?",
        r"contact (?:the (?:author|reporter|writer|newsroom|editor)|our newsroom|us)\b(?!.*[“”\"]).{0,80}",
        r"(?:this|the) (?:interview|conversation|transcript|q&a|article) (?:has been|was) (?:lightly )?(?:edited|condensed"
        r"|shortened)\b.{0,80}",
        r"this article is more than .{2,20} old|heard on (?-i:[A-Z]).{2,40}(?<![.!?])",
        rf"{_NO_STOP}(?:co-?)?(?:published|produced|reported) (?:in (?:partnership|collaboration|cooperation) )?with .{{2,80}}",
        rf"{_NO_STOP}(?:{_BEAT} ){{1,3}}(?:writer|reporter|correspondent|editor|contributor|columnist|bureau chief)"
        r"(?:, .{2,30})?",
        r"[—–-] ?.{2,60} \(@\w+\).{0,40}|@\w{3,30}|this (?:article )?was (?:first )?published .{2,30} ago",
        rf"{_NO_STOP}(?:(?:executive )?(?:hosted|produced|presented|narrated|engineered|mixed|recorded|translated"
        r"|research(?:ed)?|fact[- ]check(?:ed|ing)?"
        r"|sound(?: design)?|design and development|music|mixing|camera|producers?|host|translation|editing|design)(?: by|:)"
        r" (?-i:[A-Z])).{2,80}",
        rf"{_NO_STOP}posted (?:on .{{2,40}} )?by .{{2,60}}|(?:episode|ep\.?) \d+\b.{{0,40}}(?<![.!?])",
        rf"{_NO_STOP}(?:tel(?:ephone)?|phone|fax|press office)\b(?=.*\d{{3}}).{{3,80}}",
        rf"{_NAME} (?:is|covers|writes|reports)\b.{{2,160}}[.;] (?:connect|get in touch|contact|e-?mail|follow|reach)\b"
        r".{2,100}",
        r"a version of this (?:article|story) (?:appears|appeared)\b.{2,300}",
        r"this (?:article|story|piece|interview) (?:was )?(?:first|originally) (?:appeared|published)\b.{2,200}",
        rf"{_NO_STOP}(?=.*\S@\S)(?=.*\d{{3}})(?!.*[“”\"]).{{10,140}}|media contacts?",
    ),
    Kind.BUTTON: (
        r"menu|search|navigation|breadcrumb|home|contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers|help|faqs?"
        r"|e-?paper|live tv|all sections|previous(?: (?:article|story|post))?|next(?: (?:article|story|post))?|close|dismiss"
        r"|published"
        r"|loading ?(?:\.\.\.|…)?"
        r"|fixtures|results|tables|reporter|correspondent|classifieds|puzzles|vacancies|today[’']s paper|news archive"
        r"|breaking(?: news)?|exclusive|live|updated?|developing(?: story)?|like|quick links|\d{1,3}",
    ),
}
_LONGEST = 1200  # characters; a notice on cookies can be long, but longer lines are not searched
_ORNAMENT = re.compile(
    r"\A[^\w“‘\"'(\[©#@$€£+–—-]+|[^\w”’\"')\].!?:…*%]+\Z"
)  # arrows, bullets, pictures beside the words
_EMPHASISED = re.compile(r"([*_]{1,3})(?P<words>[^*_\s](?:[^*_]*[^*_\s])?)\1")


def without_emphasis(words: str) -> str:
    """A line without the marks of Markdown around all of it."""
    match = _EMPHASISED.fullmatch(words)
    return match["words"] if match else words


def kind_of(line: str) -> Kind | None:
    """What kind of furniture a line is by its own wording; `None` if it may be part of the article."""
    if len(line) > _LONGEST:
        return None
    words = without_emphasis(" ".join(line.split()))
    bare = _ORNAMENT.sub("", words)
    for kind, pattern in _compiled():
        if pattern.fullmatch(words) or (bare and bare != words and pattern.fullmatch(bare)):
            return kind
    return None


@cache
def _compiled() -> list[tuple[Kind, re.Pattern[str]]]:
    """Compiled when first needed, which takes some hundredths of a second."""
    return [
        (kind, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE | re.DOTALL))
        for kind, patterns in _PATTERNS.items()
    ]
