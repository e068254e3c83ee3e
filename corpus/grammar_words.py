"""Lists of small words, and of the nouns that stand for people, institutions and documents in news."""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


PERSONAL = _words("he she they it i we you one")
NOBODY = _words("nobody none nothing neither few")
DETERMINERS = _words("a an the this that these those some any each every no another several many most both all")
POSSESSIVES = _words("his her its their my our your 's '")
QUANTIFIERS = _words(
    "some many most several both all one two three four five six seven eight nine ten others few dozens hundreds"
    " another half almost nearly various numerous"
)
PREPOSITIONS = _words(
    "of in on at by for from with to about against among around between during into near over through under until"
    " within without across along behind beside beyond despite toward towards via upon like inside outside off up"
    " down onto including following per amid ahead because throughout since after before"
)
MODALS = _words("will would can could may might must shall should 'll 'd cannot ca wo")
BE = _words("is are was were be been being am 're 'm get gets got getting")
HAVE = _words("has have had having 've")
DO = _words("do does did")
NEGATIONS = _words("not n't never hardly neither nor")
AUXILIARIES = MODALS | BE | HAVE | DO
ADVERBS = _words(
    "nevertheless nonetheless also again later then now earlier already still once both all ever always often"
    " sometimes soon just even only instead however meanwhile too yesterday today tonight yet thus further more"
    " since rather almost"
)
OPENING_ADVERBS = ADVERBS | _words(
    "finally sadly unfortunately fortunately reportedly recently previously currently initially eventually"
    " separately similarly early additionally privately publicly officially locally nationally globally accordingly"
    " surprisingly nevertheless nonetheless afterwards elsewhere"
)
INTERJECTIONS = _words("yes no well oh okay ok ah please hello sorry thanks not")
SUBORDINATORS = _words(
    "because while as when after before if although though whether since until where that so than unless whereas"
    " once lest"
)
NOT_A_REPORT_AFTER = _words("after when because since if once until before unless whether lest than")
COORDINATORS = _words("and but or nor yet")
RELATIVES = _words("who which that whose whom where")
PERIODS = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december today yesterday tonight tomorrow week month year day morning afternoon"
    " evening night weekend decade hour hours minutes days weeks months years spring summer autumn fall winter ago"
    " later earlier last next"
)
PRESENTS = _words(  # verbs so common that they end a subject
    "go goes come comes take takes make makes want wants need needs remain remains continue continues live lives"
    " work works run runs keep keeps give gives get gets seem seems look looks stand stands sit sits know knows try"
    " tries plan plans face faces say says think thinks believe believes hope hopes hold holds lead leads leaves own"
    " owns use uses see sees feel feels call calls describe describes become becomes start starts begin begins teach"
    " teaches insist insists agree agrees disagree disagrees refuse refuses fear fears expect expects accuse accuses blame"
    " blames urge urges"
)
IRREGULAR_PASTS = _words(
    "seen known written given taken done gone shown drawn shook sang swam spun stung stuck slid sought sold sprang"
    " strode swung tore understood wept withdrew arose awoke bent bled blew clung crept dealt dug drank fed fled"
    " flung forbade forgot forgave froze grew hung hid knelt leapt lent lay overcame ate quit rode shone shrank said"
    " told wrote thought heard went came took gave made got saw led put held ran sat stood left met became began"
    " brought built bought caught drew drove fell felt fought flew kept knew laid lost paid rose sent set shot spent"
    " spoke swept taught threw won wore broke chose cut hit let lit rang sank shut slept split spread stole struck"
    " swore woke has had was were is are did does do"
)
HUMAN_NOUNS = _words(
    "winner loser champion shepherd grocer tailor barber jeweller jeweler roofer trucker gardener smoker skipper"
    " bystander onlooker pedestrian motorist cyclist commuter voter donor stepmother foreman forewoman headmistress"
    " organiser caterer chieftain gendarme coastguard sailor dissident exile hostage captive granddaughter grandson"
    " grandmother grandfather grandparent grandchild stepson stepdaughter niece nephew cousin uncle aunt sibling"
    " twin fiancé fiancée girlfriend boyfriend caller applicant petitioner novelist poet painter guitarist someone"
    " somebody anyone everyone everybody man woman men women boy girl child children people person resident villager"
    " official expert critic analyst observer source witness spokesman spokeswoman spokesperson spokesmen"
    " spokespeople speaker minister president premier chancellor secretary senator lawmaker congressman"
    " congresswoman legislator representative governor mayor judge justice magistrate lawyer attorney prosecutor"
    " police officer soldier troops general colonel captain major lieutenant sergeant commander chief head director"
    " manager chairman chairwoman chair executive ceo founder co-founder owner professor lecturer teacher researcher"
    " scientist scholar student doctor nurse physician surgeon paramedic patient priest bishop pastor imam rabbi nun"
    " monk pope sister brother mother father parent son daughter wife husband widow widower neighbor neighbour"
    " friend relative family survivor victim refugee farmer fisherman fishermen worker driver engineer inspector"
    " investigator detective coroner economist historian author writer journalist reporter editor columnist activist"
    " campaigner protester organizer leader member delegate diplomat ambassador envoy negotiator mediator adviser"
    " advisor aide assistant deputy coordinator administrator commissioner councillor councilor councilman"
    " councilwoman candidate politician opponent supporter baker butcher shopkeeper trader seller buyer tenant"
    " landlord homeowner passenger pilot crew rescuer firefighter volunteer coach player striker goalkeeper athlete"
    " singer actor actress artist producer musician chef fan customer employee employer boss colleague partner"
    " specialist consultant contractor planner architect developer operator supervisor regulator king queen prince"
    " princess duke lord lady sheriff veteran migrant prisoner inmate suspect defendant plaintiff accuser teenager"
    " youth pensioner retiree local insider mp tourist insurer investor shareholder strategist meteorologist"
    " forecaster biologist ecologist geologist seismologist psychologist epidemiologist virologist clerk guard"
    " chairperson ombudsman vice-president treasurer trustee curator librarian principal headteacher headmaster"
    " superintendent warden ranger academic commentator loyalist rebel fighter militant hunter cleric elder emissary"
    " publicist staffer intern trainer mechanic carpenter electrician plumber mason miner welder waiter waitress"
    " barista cook cleaner janitor caretaker vet veterinarian beekeeper"
    " promoter rival foe ally counterpart successor predecessor mentor protege heir teammate classmate roommate"
    " boxer jockey cricketer footballer golfer sprinter swimmer midfielder defender winger batsman bowler referee"
    " umpire pundit broadcaster presenter comedian dancer choreographer composer soprano sculptor designer"
    " photographer filmmaker screenwriter playwright blogger youtuber influencer streamer entrepreneur"
    " businessman businesswoman tycoon magnate billionaire millionaire financier banker broker accountant auditor"
    " actuary barrister solicitor advocate notary bailiff constable brigadier admiral corporal sapper gunner"
    " airman watchman lifeguard medic midwife dentist pharmacist cardiologist oncologist pathologist therapist"
    " counsellor counselor psychiatrist paediatrician pediatrician geriatrician gp physicist chemist"
    " mathematician statistician demographer sociologist anthropologist archaeologist botanist zoologist"
    " oceanographer glaciologist hydrologist climatologist astronomer programmer coder hacker technician surveyor"
    " builder bricklayer glazier joiner decorator plasterer scaffolder machinist weaver seamstress cobbler"
    " qualifier runner rider rower skier jogger surfer pitcher quarterback hairdresser bride juror flatmate housemate"
    " lodger leaseholder householder occupant squatter respondent participant interviewee attendee claimant"
    " complainant litigant heckler marcher rioter looter gran granny grandad godson grandchildren kid teen adult"
    " worshipper parishioner islander newcomer outsider immigrant expat informer spy agent schoolboy schoolgirl"
    " apprentice trainee trooper marshal cop bodyguard bouncer shopper drinker diner viewer listener subscriber"
    " bureaucrat technocrat sceptic skeptic enthusiast conductor drummer songwriter rapper reviewer labourer laborer"
    " docker stevedore biker dealer oligarch jihadi councilmember ballerina dietitian physiotherapist guest"
    " archbishop cardinal monsignor ayatollah sheikh emir sultan emperor reverend provost"
    " blacksmith brewer distiller winemaker vintner fishmonger greengrocer florist stallholder hawker vendor"
    " peddler courier postman bus-driver cabbie taxi-driver lorry-driver stewardess steward purser stoker matron"
    " ferryman boatman canoeist climber hiker rambler mountaineer porter sherpa visitor traveller traveler"
    " evacuee returnee deportee asylum-seeker stallkeeper shepherdess herder herdsman rancher sharecropper"
    " smallholder landowner grandma grandpa mum mom dad toddler newborn orphan godmother godfather stepfather"
    " in-law abbot abbess vicar curate rector deacon archdeacon chaplain muezzin mullah preacher evangelist"
    " missionary taoiseach tánaiste mep msp td mla assemblyman assemblywoman alderman selectman backbencher"
    " frontbencher incumbent challenger nominee appointee whistleblower informant go-between interpreter"
    " translator ghostwriter dean bursar registrar tutor postgraduate undergraduate alumnus pupil bartender"
    " barman sommelier receptionist concierge housekeeper butler nanny babysitter carer caregiver democrat"
    " republican socialist communist nationalist centrist separatist unionist coalition-builder lobbyist pollster"
    " spokesperson-designate paramilitary gunman sniper attacker assailant thief burglar robber smuggler"
    " trafficker poacher arsonist convict fugitive detainee abductee kidnapper inventor innovator co-owner"
    " co-author co-director breeder handler groomer zookeeper conservationist naturalist environmentalist"
    " agronomist horticulturist forester gamekeeper lock-keeper harbourmaster harbormaster stationmaster"
    " signalman comptroller assessor appraiser adjuster underwriter undertaker gravedigger sexton verger"
)
ORGANISATION_NOUNS = _words(
    "management leadership police authority agency administration army association bank board body branch brigade"
    " bureau business cabinet center centre chamber charity church circuit city club coalition college command"
    " commission committee company confederation congress consortium corporation council county court crescent cross"
    " delegation department directorate district division embassy enterprise federation firm force foundation fund"
    " government group guild headquarters hospital house industry initiative inquiry inspectorate institute"
    " institution laboratory league legislature mayoralty media mill ministry mission monitor movement municipality"
    " museum navy network newspaper nation office organisation organization panel parish parliament party port post"
    " press provider province railway regime registry regulator republic school secretariat senate service society"
    " staff startup state station store studio supplier syndicate task team treasury tribunal trust union university"
    " utility watch watchdog wire works zoo airline airport alliance operator opposition maker brand chain"
    " conglomerate partnership plant project programme program campaign collective cooperative co-operative caucus"
    " faction gang militia ltd inc plc llc corp gmbh pentagon kremlin hamas opec nato unicef vatican interpol"
    " retailer lender carmaker automaker drugmaker chipmaker planemaker supermarket manufacturer exporter importer wholesaler"
    " distributor refiner carrier shipper haulier restaurant hotel brewery bakery shipyard factory archive theatre theater"
    " orchestra synod diocese archdiocese academy faculty bloc"
)
DOCUMENT_NOUNS = _words(
    "report study survey poll paper letter statement document data figures analysis record log minutes list memo"
    " memorandum email e-mail audit review findings assessment article newspaper complaint filing lawsuit indictment"
    " affidavit ruling verdict judgment judgement investigation inquiry note bulletin notice plan account version"
    " transcript press-release release book editorial column census index forecast dossier file message post tweet"
    " statistics estimate research evidence reporting media press sign plaque slogan banner website suit image picture"
    " photograph photo footage video recording testimony map chart invoice contract brochure leaflet flyer pamphlet"
    " manual guideline warrant motion petition deposition ledger receipt diary tally questionnaire communique"
    " communiqué declaration advisory circular directive prospectus handbook caption headline text tape guidance"
)
PLACE_NOUNS = _words(
    "hurricane storm cyclone typhoon mount lake port fort cape san santa los las new river street road avenue"
    " island islands bay valley county city town park bridge airport highway square boulevard lane beach hill hills"
    " mountain mountains desert ocean sea gulf peninsula coast province district region village prison stadium dam"
    " north south east west northern southern eastern western hall tower house arena"
)
OFFICE_NOUNS = _words(  # of whom the news has many: never another word for whoever spoke last
    "minister president premier chancellor secretary governor mayor judge spokesman spokeswoman spokesperson chief"
    " head director commissioner ambassador king queen prince general commander official chairman chairwoman lawyer"
    " prosecutor senator pope coroner inspector operator victim suspect reporter journalist police"
)
FEMALE = _words(
    "she her hers herself mrs ms miss madam sister lady dame queen princess woman mother daughter wife widow girl"
    " spokeswoman chairwoman congresswoman councilwoman actress waitress nun grandmother aunt businesswoman"
    " sportswoman policewoman baroness duchess countess niece girlfriend heroine midwife"
)
MALE = _words(
    "he him his himself mr sir father brother lord king prince man son husband widower boy spokesman chairman"
    " congressman councilman actor fisherman monk grandfather uncle businessman sportsman policeman priest imam pope"
    " baron duke count nephew boyfriend"
)
TITLES = _words(
    "mp mep msp mr mrs ms miss mx dr prof professor president prime minister vice deputy premier chancellor"
    " secretary judge justice senator sen rep representative gov governor mayor sister father rev reverend sir dame"
    " lord lady gen general colonel col capt captain lt lieutenant sgt sergeant major maj admiral adm chief director"
    " chairman chairwoman ceo commissioner ambassador inspector insp superintendent supt detective constable sheriff"
    " pope king queen prince princess speaker executive spokesman spokeswoman spokesperson coach congressman"
    " congresswoman councillor councilor attorney prosecutor officer commander manager researcher associate fellow"
    " analyst economist engineer bishop archbishop cardinal imam rabbi pastor doctor nurse sheikh ayatollah emir"
    " sultan emperor envoy aide adviser advisor head editor author actor actress singer former acting interim"
    " outgoing then ex-president then-president foreign defence defense finance home interior state treasury"
    " cllr ald alderman councilmember assemblyman assemblywoman td mla msgr monsignor mgr fr br brig brigadier cpl corporal"
    " pvt maulana mullah chancellor chairperson principal deacon canon vicar chaplain taoiseach comptroller treasurer"
    " secretary-general director-general inspector-general registrar provost dean leader hon engr atty attorney-general pc dc"
    " dci"
)
NAME_PARTICLES = _words(
    "de da del della der den di du van von bin bint ibn al el la le ben y e dos das ter ten zu af av"
)
