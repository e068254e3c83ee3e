"""Countries and unions by the many words that stand for them: name, people, abbreviation, seat of government."""

from functools import cache

from clipfile.index.tokens import fold

_NAMES = """
united states|usa|us|american|america|washington|white house|pentagon
united kingdom|uk|britain|british|london|britons
european union|eu|brussels
united nations|un
russia|russian|moscow|kremlin
china|chinese|beijing
france|french|paris
germany|german|berlin
netherlands|dutch
switzerland|swiss
spain|spanish|madrid
poland|polish|poles|warsaw
denmark|danish|danes|copenhagen
sweden|swedish|swedes|stockholm
finland|finnish|finns|helsinki
norway|norwegian|oslo
ireland|irish|dublin
scotland|scottish|scots
wales|welsh
greece|greek|athens
turkey|türkiye|turkish|turks|ankara
ukraine|ukrainian|kyiv|kiev
iraq|iraqi|baghdad
iran|iranian|tehran
israel|israeli
palestine|palestinian
lebanon|lebanese|beirut
syria|syrian|damascus
egypt|egyptian|cairo
saudi arabia|saudi|riyadh
yemen|yemeni
qatar|qatari|doha
japan|japanese|tokyo
south korea|south korean|seoul
north korea|north korean|pyongyang
india|indian|new delhi
pakistan|pakistani|islamabad
bangladesh|bangladeshi|dhaka
myanmar|burmese|burma
thailand|thai|bangkok
vietnam|vietnamese|hanoi
philippines|philippine|filipino|manila
indonesia|indonesian|jakarta
malaysia|malaysian
singapore|singaporean
australia|australian|canberra
new zealand|new zealander
canada|canadian|ottawa
mexico|mexican
brazil|brazilian|brasilia
argentina|argentine|argentinian|buenos aires
chile|chilean
peru|peruvian
colombia|colombian|bogota
venezuela|venezuelan|caracas
ecuador|ecuadorian|ecuadorean
bolivia|bolivian
cuba|cuban|havana
haiti|haitian
dominican republic|dominican
jamaica|jamaican
bahamas|bahamian
barbados|barbadian|bajan
belize|belizean
guatemala|guatemalan
honduras|honduran
el salvador|salvadoran
nicaragua|nicaraguan
costa rica|costa rican
panama|panamanian
antigua|antiguan|antigua and barbuda
suriname|surinamese
guyana|guyanese
trinidad|trinidadian|trinidad and tobago
kenya|kenyan|nairobi
uganda|ugandan|kampala
tanzania|tanzanian
rwanda|rwandan|kigali
burundi|burundian
somalia|somali|mogadishu
ethiopia|ethiopian|addis ababa
sudan|sudanese|khartoum
south sudan|south sudanese
chad|chadian
niger|nigerien
nigeria|nigerian|abuja
benin|beninese
ghana|ghanaian|accra
senegal|senegalese|dakar
mali|malian|bamako
burkina faso|burkinabe
ivory coast|ivorian
cameroon|cameroonian
congo|congolese|kinshasa|dr congo|democratic republic of congo|democratic republic of the congo
angola|angolan
mozambique|mozambican
zambia|zambian|lusaka
zimbabwe|zimbabwean|harare
south africa|south african|pretoria
morocco|moroccan|rabat
algeria|algerian|algiers
tunisia|tunisian|tunis
libya|libyan|tripoli
italy|italian|rome
portugal|portuguese|lisbon
austria|austrian|vienna
belgium|belgian
hungary|hungarian|budapest
romania|romanian|bucharest
bulgaria|bulgarian
serbia|serbian|serbs|belgrade
croatia|croatian|zagreb
bosnia|bosnian|bosnia and herzegovina
kosovo|kosovar
albania|albanian
georgia|georgian|tbilisi
armenia|armenian|yerevan
azerbaijan|azerbaijani|baku
kazakhstan|kazakh
uzbekistan|uzbek
afghanistan|afghan|kabul|taliban
nepal|nepalese|nepali|kathmandu
sri lanka|sri lankan|colombo
mongolia|mongolian
taiwan|taiwanese|taipei
caribbean community|caricom
african union|au
england|english|englishman|englishmen
northern ireland|northern irish|belfast
iceland|icelandic|icelander|reykjavik
czech republic|czech|czechia|prague
slovakia|slovak|bratislava
slovenia|slovenian|slovene|ljubljana
estonia|estonian|tallinn
latvia|latvian|riga
lithuania|lithuanian|vilnius
belarus|belarusian|minsk
moldova|moldovan
north macedonia|macedonian|skopje
montenegro|montenegrin
cyprus|cypriot|nicosia
malta|maltese
luxembourg|luxembourgish
vatican|holy see
united arab emirates|uae|emirati|abu dhabi
kuwait|kuwaiti
bahrain|bahraini
oman|omani
jordan|jordanian|amman
kyrgyzstan|kyrgyz
tajikistan|tajik
turkmenistan|turkmen
cambodia|cambodian|phnom penh
laos|laotian
brunei|bruneian
maldives|maldivian
bhutan|bhutanese
timor leste|timorese|east timor
hong kong|hongkonger
papua new guinea|papua new guinean|port moresby
fiji|fijian
samoa|samoan
tonga|tongan
greenland|greenlandic|greenlander
puerto rico|puerto rican
uruguay|uruguayan
paraguay|paraguayan
guinea|guinean
guinea bissau|bissau guinean
sierra leone|sierra leonean|freetown
liberia|liberian
gambia|gambian
togo|togolese
gabon|gabonese
central african republic|central african
eritrea|eritrean
djibouti|djiboutian
malawi|malawian
botswana|botswanan
namibia|namibian
lesotho|basotho
eswatini|swazi
madagascar|malagasy
mauritius|mauritian
mauritania|mauritanian
cape verde|cape verdean
"""


@cache
def _by_word() -> dict[str, str]:
    rows = [fold(line).split("|") for line in _NAMES.strip().splitlines()]
    return {word: row[0] for row in rows for word in row}


LONGEST_NAME = 5  # words


def country_of(name: str) -> str | None:
    """The country that a name or its people, one or many, stand for, by its plain name; `None` if it is none."""
    plain = fold(name).replace(".", "")
    return _by_word().get(plain) or _by_word().get(plain.removesuffix("s"))
