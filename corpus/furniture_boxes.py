"""The wording of boxes that speak to the reader of a page: newsletters, cookies, subscriptions, comments, rights."""

_READER = r"(?=.*\b(?:your?|yours|our|us|my|free|here|now)\b)(?!.*[“”\"])"
_MAIL = (
    r"(?:newsletters?|in ?box|subscri\w+|e-?mails?|sign(?:ed|ing)?[- ]?up|round-?up|briefings?|bulletin|digest|app|alerts?"
    r"|notifications?|free trial|account|membership|members?|channel|group|unlimited|stories like this|javascript)"
)

# Each pattern has to match a whole line; case does not count.
BOXES = (
    # Names of boxes and buttons.
    r"(?:(?:our|the|daily|weekly|free|e-?mail|morning|evening) )*newsletters?(?: sign[- ]?up)?[.!:]?",
    r"subscribe(?: (?:now|today|here|to .{2,60}))?[.!:]?",
    r"sign[- ]?(?:up|in|on)(?: (?:now|today|here|free|for free))?[.!:]?",
    r"(?:log[- ]?(?:in|out)|register|donate|give|join)(?: (?:now|today|here|free|for free))?[.!:]?",
    r"(?:support us|my account|your account|become a (?:member|subscriber|supporter|patron)|premium|submit)[.!]?",
    r"(?:subscribers?|members?) only|(?:your )?e-?mail(?: address)?[*:]?|(?:first|last) name[*:]?",
    # Newsletters, apps and channels: an imperative to the reader, and what it is about.
    rf"(?:sign up|subscribe|register|log in|stay|never miss|don[’']t miss|want|enjoy\w*|like what|start your|keep up"
    rf"|unlock|catch up|be the first|check your|thanks? (?:you )?for|please|get|join|enter|receive|become|try|discover"
    rf"|choose|select|follow|click|follow)\b{_READER}(?=.*\b{_MAIL}\b).{{8,400}}",
    r".{0,160}\b(?:delivered|sent|straight|direct(?:ly)?)\b.{0,20}\bto your (?:inbox|e-?mail|phone)\b.{0,80}",
    r"(?:the|our|your|an?)\b.{0,80}\b(?:newsletter|briefing|digest|round-?up)\b.{0,120}\byour (?:inbox|e-?mail)\b.{0,80}",
    r"(?:you can|you may|unsubscribe)\b.{0,30}\b(?:unsubscribe|opt out|any ?time)\b.{0,80}",
    r"by (?:signing up|subscribing|registering|clicking|continuing|submitting|providing|entering|using)\b.{5,300}"
    r"\b(?:agree|accept|consent|acknowledge|terms|privacy)\b.{0,200}",
    r"view (?:this )?(?:e-?mail )?(?:in|on) (?:your |the |a )?(?:web )?browser",
    r"open in (?:the )?app|(?:download|get|install|open) (?:the|our|this) (?:[\w&’']+ ){0,4}app\b.{0,80}",
    r"(?:turn on|enable|allow|get) (?:desktop |browser |push )?(?:notifications|alerts)\b.{0,80}",
    # Subscriptions and appeals.
    r"already (?:an? )?(?:subscriber|member|registered|subscribed|have an? (?:account|subscription))\b.{0,60}",
    r"you(?:[’']ve| have|[’']re| are) (?:reached|read|viewed|out of|used|now|signed|been|running)\b.{0,80}"
    r"\b(?:free articles?|free stories|article limit|subscribed|signed up|newsletter)\b.{0,80}",
    r"(?:support|help|fund|power|protect) (?:us|our|independent|quality|local|nonprofit|fearless|public)\b"
    r"(?=.*\b(?:journalism|reporting|newsroom|donat\w+|reader\w*|subscri\w+|member\w*)\b)(?!.*[“”\"]).{5,300}",
    r"(?:(?:independent|our|quality|local|public|good|great|fearless|nonprofit|investigative) )+(?:journalism|reporting)\b"
    r"(?=.*\b(?:your?|us|our)\b)(?=.*\b(?:support|donat\w+|readers?|subscri\w+|members?)\b)(?!.*[“”\"]).{0,300}",
    r"your (?:[\w-]+ )?(?:donation|gift|contribution|support|subscription|membership) (?:helps?|keeps?|makes?|funds?|will"
    r"|powers?|allows?|means?)\b.{5,200}",
    r".{0,80}[$€£]\d[\d.,]*\s?(?:an?|per|/)\s?(?:week|month|year)\b.{0,80}\b(?:cancel|subscri\w+|trial)\b.{0,80}",
    r"(?:cancel any ?time|limited[- ]time offer|offer ends)\b.{0,80}",
    r"we (?:may |might |could )?(?:earn|receive|get) (?:an? )?(?:affiliate )?commissions?\b.{0,160}",
    r"privacy notice: .{0,400}|newsletters? may contain\b.{0,300}",
    r"thank you for (?:registering|subscribing|signing up|your .{2,30})[.!]?",
    r"please refresh the page\b.{0,160}|don[’']t show me this message again.{0,10}|something went wrong\b.{0,120}",
    # Cookies and players.
    r"(?:this|our) (?:web)?site uses? cookies\b.*|cookies (?:help|allow|let) us\b.*",
    r"we(?:,? (?:and|along with) our (?:\d+ )?(?:partners|vendors),?)? (?:may )?(?:use|set|store|value|process|respect)\b"
    r".{0,100}\b(?:cookies|your privacy|device identifiers)\b.*",
    r"(?:accept|reject|allow|manage|decline|refuse|customi[sz]e|save|confirm) (?:all|cookies|preferences|settings|options"
    r"|(?:my )?choices|consent|non-essential|only necessary)(?: (?:cookies|preferences|settings|and .{2,30}))?",
    r"(?:cookie|privacy|consent) (?:settings|preferences|policy|notice|statement|choices|options|cent(?:er|re))",
    r"(?:strictly )?(?:necessary|functional|analytics|performance|marketing|targeting|essential) cookies",
    r"(?:this (?:video|content|feature|player)|your browser|please enable)\b.{0,60}\b(?:in your (?:country|browser|region"
    r"|location)|does not support|javascript|cannot be (?:played|loaded))\b.{0,80}",
    r"(?:subscribe|sign up|become an? (?:\w+ )?(?:member|subscriber|supporter|patron))\b(?!.*[“”\"]).{0,300}",
    r"(?!.*[“”\"]).{0,80}\bbuy (?:us|me) a coffee\b.{0,80}",
    r"join [\d,.]+[km]?\+? (?:other )?(?:readers|subscribers|people|members|others)\b.{0,160}",
    r"listen to (?:our|the latest|this week[’']s|the) .{0,60}\b(?:podcast|episode)\b(?!.*[“”\"]).{0,120}",
    r"(?=.*\b(?:our|we|us)\b)(?!.*[“”\"]).{0,100}\bfree (?:to read|for everyone|to everyone)\b.{0,160}",
    r"(?!.*[“”\"]).{5,240}[.!?] (?:sign up|subscribe) (?:to|for|here|now)\b.{5,200}",
    r"(?=.*\b(?:our|us|we)\b)(?!.*[“”\"]).{0,200}\b(?:readers like you|your support|your donation)\b.{0,160}",
    r"you have (?:full|free|limited) access\b.{0,120}|you have \d+ free\b.{0,60}",
    r"you(?:[’']re| are) currently an? .{2,20} subscriber\b.{0,200}",
    r"upgrade (?:to paid|your (?:subscription|plan))\b.{0,60}|thanks for reading\b(?!.*[“”\"]).{2,200}",
    r"(?:enjoy(?:ing|ed)?|like|love) (?:the|this|our) (?:show|podcast|article|story|programme)\?.{0,120}|rate this .{2,20}",
    r"support for this (?:podcast|programme|program|show|series) comes from .{2,160}",
    r"transcripts? (?:are|is|was|were|may be) (?:automatically )?(?:generated|produced)\b.{0,120}",
    r"log in,? (?:register|sign up),? or subscribe\b.{0,80}|(?:follow|connect with) us (?:on|via) .{2,80}",
    r"(?:the|our) .{2,60} newsletter is (?:our|your|a|the)\b(?!.*[“”\"]).{2,300}",
    r"you(?:[’']re| are) (?:receiving|getting) this\b.{0,20} (?:because|as|since)\b.{2,160}",
    r"was this (?:e-?mail|newsletter|message) forwarded to you\?.{0,80}",
    r"this (?:message|e-?mail|newsletter) (?:was|is) sent\b.{0,120}|unsubscribe(?: from .{2,40})?|please do not reply\b.{0,40}",
    r"(?:photos?|pictures?|images?) (?:may|can) be (?:used|downloaded|reproduced)\b.{0,120}",
    r"18\+(?: only)?\b.{0,60}|(?:please )?gamble responsibly\b.{0,60}",
    r"(?:odds|prices) (?:correct|accurate) (?:at|as of) .{2,60}",
    r"read (?:the |this )?(?:original|full) (?:article|story) (?:online )?(?:at|on) \S+(?: .{0,40})?",
    r"(?:this |our )?(?:premium )?content is (?:reserved|available|only)\b.{0,60}\b(?:subscribers|members)\b.{0,60}",
    r"continue reading (?:by|with|for)\b.{2,120}|for .{2,60} access,? (?:please )?contact\b.{2,80}|thank you for sharing[.!]?",
    r"[$€£]\d[\d,.]* (?:can|could|will|helps?|buys?|provides?|feeds?)\b(?!.*[“”\"]).{5,160}|(?:give|donate) (?:monthly|once)",
    r"our work is (?:made possible|funded|supported) by .{2,160}|(?:sign|support) (?:the|our|this) petition\b.{0,60}",
    r"donate to .{2,60}(?<![.!?])|did you know\?(?!.*[“”\"])(?=.*\b(?:join|sign|donate|subscribe|call)\b).{5,240}",
    r"to advertise\b(?=.*(?:@|\d{3})).{2,160}",
    # Word from the reader.
    r"what do you think\? (?:e-?mail|send|share|write|tell)\b.{0,100}",
    r"(?:letters(?: to the editor)?|newsroom|tips|advertising|subscriptions?|circulation|corrections)\b(?!.*[“”\"])"
    r"(?=.*(?:@|\d{3}[- ]\d{2}))(?:\S+ ?){1,25}",
    r"help us (?:investigate|report|understand|tell)\b.{0,300}",
    r"(?!.*[“”\"]).{5,120}\? (?:tell|help|contact|e-?mail) us\b.{0,120}",
    r"we(?:[’']d| would) (?:like|love) to hear from\b(?!.*[“”\"]).{2,300}|if you (?:have|know|were|are|work)\b(?=.*@).{5,400}",
    r"(?:have|got|do you have) (?:an? |any )?(?:[\w-]+ )?(?:news )?(?:tips?|story|story idea)\b.{0,30}\?.{0,160}",
    r"(?:send|e-?mail)(?: us)?(?: your| an?)? (?:news )?(?:tips?|feedback|comments|letters)\b.{0,120}",
    r"(?:was this|did you find this|is this|how useful was this)\b.{0,30}\b(?:helpful|useful|interesting)\b.{0,20}\?.{0,20}",
)

# Words to the reader in one line, after which the article goes on.
_UNQUOTED = r"(?!.*[“”\"])"
ASIDES = (
    rf"(?:please )?support (?:our|independent|local|quality) {_UNQUOTED}.{{2,40}}(?:report|journalis|newsroom|work).{{0,140}}",
    rf"for more (?:stories|news|coverage|updates)\b{_UNQUOTED}.{{0,80}}\b(?:listen|visit|follow|go to|head to|tune|download)\b"
    r".{0,100}",
    r"(?:need|looking for|want|searching for)\b[^.?“”\"]{2,60}\? (?:visit|see|try|find|browse|go to|check|click|sign|join)\b"
    r"[^“”\"]{2,120}",
    rf"{_UNQUOTED}.{{2,60}}\b(?:is|are) (?:funded|supported|made possible) by (?:your|our) (?:donat|read|memb|support|subscr)"
    r".{2,160}",
    rf"{_UNQUOTED}.{{0,160}}\bwe may (?:earn|receive|get|make) (?:an? |some )?(?:small )?(?:affiliate )?(?:commission|money)\b"
    r".{0,160}",
)
ADVERTISEMENTS = (
    r"advertis(?:ement|ing) features?|(?:advertisements?|advert|ads?|sponsored|promoted|advertorial|commercial)[:.]?",
    r"(?:paid|sponsored|partner|advertiser|promoted|branded) (?:content|post|for by .{2,40}|by .{2,40})|affiliate links?",
    r"(?:video )?ad feedback|supported by|presented by .{2,40}|brought to you by .{2,60}",
    r"(?:skip|close|hide|report|remove) (?:this )?(?:ad|advert|advertisement)s?",
    r"\W*(?:story|article|text|report|post|content) continues (?:below|after)(?: (?:the |this )?(?:advertisement|ad|advert"
    r"|promotion|newsletter.{0,30}|video|image|photo|gallery|break))?\W*",
    r"(?:scroll|swipe|skip|tap) (?:down |past |up )?(?:to|for|past) (?:continue|read|more|content|main content|the next.*"
    r"|newsletter promotion|navigation)(?: .{2,30})?|after newsletter promotion|skip past .{2,40}",
    r"(?:advertisement|advert|sponsored|promoted|paid post) ?[-–—:|] ?\S.{1,200}",
    r"sponsor(?:ed)? message|(?:a )?(?:message|word) from our sponsors?",
)

COMMENTS = (
    r"(?:(?:\d[\d,.]*k?|no|one|add an?|leave an?|post an?|write an?|your|view|show|hide|read|see|all|load|join|start|the"
    r"|share|sort|more) )*\(?(?:\d[\d,.]*\)? ?)?(?:comments?|conversation)(?: ?\(?[\d,]+\)?)?(?: (?:below|section|policy"
    r"|guidelines|here|by|on this (?:story|article)))*[.:!]?",
    r"\d[\d,.]*[km]? (?:shares?|likes?|views?|reactions?|retweets?|reads|votes?|replies|responses)",
    r"(?:log|sign) in (?:or (?:register|sign up|subscribe) )?to (?:comment|reply|join|post|leave|continue|save|read)\b.{0,80}",
    r"comments? (?:are|is) (?:now )?(?:closed|disabled|moderated|open|turned off)\b.{0,160}",
    r"(?:be the first to|tell us|let us know|have your say|what do you think)\b(?=.*\b(?:comments?|think|say|below)\b)"
    r"(?!.*[“”\"]).{0,120}",
    r"leave a (?:reply|response)(?: to .{2,40})?|(?:your )?(?:comment|name|e-?mail|website) ?\*|cancel reply|post comment",
    r"your e-?mail(?: address)? will not be (?:published|shared)\b.{0,80}|(?:required )?fields are marked\b.{0,30}",
    r"save my (?:name|e-?mail)\b.{0,120}|by commenting\b.{0,160}",
    r"join (?:the|our) (?:comment|discussion|debate|conversation)\b.{0,120}",
    r"(?=.*\b(?:your?|our|we|us)\b)(?!.*[“”\"]).{0,240}\b(?:commenting (?:platform|rules|policy|guidelines|forum)"
    r"|community (?:guidelines|standards|rules)|to (?:leave|post|add) a comment)\b.{0,200}",
    r"(?:newest|oldest|best)(?: first| comments)|report (?:abuse|this comment)|reply",
)

LEGAL = (
    r"(?:copyright )?(?:©|\(c\)|copyright) ?(?:\d{4}|.{0,80}\b(?:19|20)\d\d\b).{0,160}(?<!\w\.)|©.{0,200}",
    r"(?:.{0,160}\W)?all rights reserved\b.{0,300}",
    r"(?:this (?:material|article|story|content)|the contents? of this)\b.{0,40}\b(?:may not be|must not be|cannot be"
    r"|is protected|is licensed)\b.{0,30}\b(?:published|reproduced|broadcast|copyright|under|redistributed|copied)\b.{0,300}",
    r"(?:head|registered|main) office: .{5,80}",
    r"(?!.*[“”\"]).{0,120}(?<![-\w])registered (?:charity|office|company (?:no|number)|in (?:england|scotland|wales|ireland))\b"
    r".{0,160}",
    r"(?:web)?site (?:by|designed by|design:) .{2,40}|data protection|freedom of information|licen[cs]e this (?:article|story)",
    r"(?:terms|conditions|privacy)(?: (?:of|and|&) (?:use|service|sale|conditions|cookies?|privacy))+",
    r"[-–—* ]*(?-i:ENDS|Ends)[-–—* ]*|# ?# ?#|- ?30 ?-",  # below which a press release is not for print
    r"terms|legal notices?|disclaimer|imprint|accessibility(?: statement)?|site ?map|do not sell .{5,60}",
    r"(?:(?:get|request|buy|order) )?reprints?(?: (?:and|&) permissions?)?",
    r"(?:our standards|editorial standards|ethics policy) ?: ?.{2,80}|(?:purchase )?licensing rights.{0,40}|copyright policy",
    r"(?:proudly )?powered by .{2,40}|this story has not been edited by\b.{2,160}",
    r"(?:republish|reprint|reuse|share) (?:this|our) (?:article|story|content|work)\b.{0,120}",
)
