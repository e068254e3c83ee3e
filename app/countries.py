"""Countries and unions by the many words that stand for them: name, people, abbreviation, seat of government."""

from functools import cache

from clipfile.index.tokens import fold

_NAMES = """
united states|usa|us|american|americans|america|washington|white house|pentagon
united kingdom|uk|britain|british|london|britons
european union|eu|brussels
united nations|un
russia|russian|russians|moscow|kremlin
china|chinese|beijing
france|french|paris
germany|german|germans|berlin
netherlands|dutch
switzerland|swiss
spain|spanish|madrid
poland|polish|poles|warsaw
denmark|danish|danes|copenhagen
sweden|swedish|swedes|stockholm
finland|finnish|finns|helsinki
norway|norwegian|norwegians|oslo
ireland|irish|dublin
scotland|scottish|scots
wales|welsh
greece|greek|greeks|athens
turkey|türkiye|turkish|turks|ankara
ukraine|ukrainian|ukrainians|kyiv
iraq|iraqi|iraqis|baghdad
iran|iranian|iranians|tehran
israel|israeli|israelis
palestine|palestinian|palestinians
lebanon|lebanese|beirut
syria|syrian|syrians|damascus
egypt|egyptian|egyptians|cairo
saudi arabia|saudi|saudis|riyadh
yemen|yemeni|yemenis
qatar|qatari|doha
japan|japanese|tokyo
south korea|south korean|seoul
north korea|north korean|pyongyang
india|indian|indians|new delhi
pakistan|pakistani|pakistanis|islamabad
bangladesh|bangladeshi|dhaka
myanmar|burmese|burma
thailand|thai|bangkok
vietnam|vietnamese|hanoi
philippines|philippine|filipino|filipinos|manila
indonesia|indonesian|jakarta
malaysia|malaysian
singapore|singaporean
australia|australian|australians|canberra
new zealand|new zealander|new zealanders
canada|canadian|canadians|ottawa
mexico|mexican|mexicans
brazil|brazilian|brazilians|brasilia
argentina|argentine|argentinian|buenos aires
chile|chilean|chileans
peru|peruvian|peruvians
colombia|colombian|colombians|bogota
venezuela|venezuelan|venezuelans|caracas
ecuador|ecuadorian|ecuadorean
bolivia|bolivian
cuba|cuban|cubans|havana
haiti|haitian|haitians
dominican republic|dominican|dominicans
jamaica|jamaican|jamaicans
bahamas|bahamian|bahamians
barbados|barbadian|barbadians|bajan
belize|belizean|belizeans
guatemala|guatemalan|guatemalans
honduras|honduran
el salvador|salvadoran|salvadorans
nicaragua|nicaraguan
costa rica|costa rican
panama|panamanian
antigua|antiguan
suriname|surinamese
guyana|guyanese
trinidad|trinidadian
kenya|kenyan|kenyans|nairobi
uganda|ugandan|ugandans
tanzania|tanzanian|tanzanians
rwanda|rwandan|rwandans|kigali
burundi|burundian
somalia|somali|somalis|mogadishu
ethiopia|ethiopian|ethiopians|addis ababa
sudan|sudanese|khartoum
south sudan|south sudanese
chad|chadian|chadians
niger|nigerien
nigeria|nigerian|nigerians|abuja
benin|beninese
ghana|ghanaian|accra
senegal|senegalese|dakar
mali|malian|bamako
burkina faso|burkinabe
ivory coast|ivorian
cameroon|cameroonian
congo|congolese|kinshasa
angola|angolan
mozambique|mozambican
zambia|zambian
zimbabwe|zimbabwean
south africa|south african|south africans|pretoria
morocco|moroccan
algeria|algerian
tunisia|tunisian
libya|libyan|libyans|tripoli
italy|italian|italians|rome
portugal|portuguese|lisbon
austria|austrian|vienna
belgium|belgian
hungary|hungarian|budapest
romania|romanian
bulgaria|bulgarian
serbia|serbian|serbs
croatia|croatian
bosnia|bosnian
kosovo|kosovar
albania|albanian
georgia|georgian|tbilisi
armenia|armenian|yerevan
azerbaijan|azerbaijani|baku
kazakhstan|kazakh
uzbekistan|uzbek
afghanistan|afghan|afghans|kabul|taliban
nepal|nepalese|nepali
sri lanka|sri lankan
mongolia|mongolian
taiwan|taiwanese|taipei
el salvador|salvadoran
caribbean community|caricom
african union|au
"""


@cache
def _by_word() -> dict[str, str]:
    rows = [fold(line).split("|") for line in _NAMES.strip().splitlines()]
    return {word: row[0] for row in rows for word in row}


LONGEST_NAME = 2  # words


def country_of(name: str) -> str | None:
    """The country that a name or its people stand for, by its plain name; `None` if it is none."""
    return _by_word().get(fold(name).replace(".", ""))
