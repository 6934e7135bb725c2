/** Made by `npm run knowledge` from the knowledge base: names of one state, organization or city a row, in lower case without accents. */
export const ALIAS_ROWS = `
abc news|american broadcasting company
adana|seyhan
addis ababa|new flower
afghanistan|islamic state of afghanistan
african development bank|afdb
african national congress|anc
african union|au
agence france-presse|afp
al jazeera|aljazeera
al-qaeda|al-qaida
al-shabab|al-shabaab
alabama|heart of dixie|camellia state|ala
aland|aland islands|aaland islands|ahvenanmaa
albania|republic of albania
aleppo|halab|alep
alexandria|el iskandriyah
algeria|algerie|democratic and popular republic of algeria
alibaba|alibaba group
almaty|alma-ata
alternative for germany|afd
amazon|amazoncom
american samoa|eastern samoa
amnesty international|amnesty
anadolu agency|anadolu
andorra|principality of andorra
angola|republic of angola
ankara|angora
antigua and barbuda|antigua & barbuda
apec|asia-pacific economic cooperation
apple|apple inc|apple computer
arab league|league of arab states
argentina|argentine republic
arizona|grand canyon state
arkansas|land of opportunity
armenia|republic of armenia|hayastan
asean|association of southeast asian nations
asian development bank|adb
asian infrastructure investment bank|aiib
asmara|asmera
associated press|ap
astana|nur-sultan|nursultan
athens|athinai
australia|commonwealth of australia
austria|republic of austria|oesterreich
azerbaijan|azerbaijani republic|azerbajdzhan|azerbajdzhan republic
baghdad|bagdad
bahamas|commonwealth of the bahamas|bahama islands
bahrain|bahrein|state of bahrain|bahrain island|bahrein island
bangko sentral ng pilipinas|bsp|bangko sentral
bangkok|krung thep
bangladesh|east pakistan|people's republic of bangladesh|bangla desh
bank for international settlements|bis
bank indonesia|bi
bank of canada|boc
bank of england|boe
bank of france|banque de france
bank of italy|banca d'italia
bank of japan|boj
bank of korea|bok
bank of mexico|banxico|banco de mexico
bank of spain|banco de espana
bbc|british broadcasting corporation|bbc news
beijing|peking|peiping
beirut|bayrut
belarus|byelorussia|belorussia|republic of belarus|byelarus|white russia
belem|para|feliz lusitania|santa maria de belem|st mary of bethlehem
belgium|kingdom of belgium|belgique
belgrade|beograd
belize|british honduras
bengaluru|bangalore
benin|dahomey|republic of benin
bern|berne
bharatiya janata party|bjp
bhutan|kingdom of bhutan
birmingham|brummagem
bishkek|biskek|frunze
bloomberg|bloomberg news
bolivia|republic of bolivia
bonaire|caribbean netherlands
bosnia and herzegovina|bosnia & herzegovina|bosnia|bosnia-herzegovina|republic of bosnia and herzegovina|bosna i hercegovina
botswana|bechuanaland|republic of botswana
bratislava|pressburg|pozsony
brazil|federative republic of brazil|brasil
brookings institution|brookings
brooklyn|brooklyn, new york
brunei|negara brunei darussalam
brussels|bruxelles
bucharest|bucharesti|bucuresti
bulgaria|republic of bulgaria
bundesbank|deutsche bundesbank
burkina faso|upper volta
bursa|brusa
burundi|republic of burundi
cairo|al qahira|el qahira
california|golden state|calif
cambodia|kampuchea|kingdom of cambodia
cameroon|republic of cameroon|cameroun
canary islands|islas canarias|canaries
cape verde|cabo verde|republic of cape verde
caricom|caribbean community
carnegie china|carnegie-tsinghua center for global policy
carnegie endowment for international peace|carnegie endowment|carnegie
cbc|canadian broadcasting corporation|cbc news
cbs|cbs news|columbia broadcasting system
cctv|china central television
center for strategic and international studies|csis
centers for disease control and prevention|cdc|centers for disease control
central african republic|ubangi-shari|central africa
central bank of argentina|central bank of the argentine republic
central bank of brazil|banco central do brasil
central bank of egypt|cbe
central bank of kenya|cbk
central bank of nigeria|cbn
central bank of russia|bank of russia|russian central bank|russia's central bank|central bank of the russian federation
central bank of turkey|central bank of the republic of turkey|cbrt|turkish central bank
central intelligence agency|cia
cern|european organization for nuclear research
ceuta, melilla|ceuta & melilla
cgtn|china global television network
chad|republic of chad|tchad
chatham house|royal institute of international affairs
chennai|madras|tamil nadu
chicago|chicago, illinois|windy city
chile|republic of chile
china|people's republic of china|prc|mainland china|communist china|red china|cathay
chinese communist party|ccp|communist party of china|cpc
chisinau|kishinev
chongqing|chungking
christian democratic union|cdu
church of scientology|scientology
cnn|cable news network
cocos (keeling) islands|cocos islands
collective security treaty organization|csto
colombia|republic of colombia
colorado|centennial state|colo
committee to protect journalists|cpj
commonwealth of independent states|cis
comoros|federal islamic republic of the comoros
conakry|konakri
connecticut|nutmeg state|constitution state
copenhagen|kobenhavn
cordoba|cordova
costa rica|republic of costa rica
council of the european union|eu council
council on foreign relations|cfr
croatia|republic of croatia|hrvatska
cuba|republic of cuba
cyprus|republic of cyprus
czech national bank|cnb
czech republic|czechia|ceska republika
dalian|talien|dairen
dallas|dallas, texas
damascus|dimash
delaware|diamond state|first state|del
democratic progressive party|dpp
democratic republic of the congo|zaire|congo-kinshasa|dr congo|drc|congo (drc)|democratic republic of congo|congo
denmark|kingdom of denmark|danmark
deutsche presse-agentur|dpa
deutsche welle|dw
dhaka|dacca
dhs|homeland security department|united states department of homeland security
djibouti|republic of djibouti|afars and issas
doctors without borders|medecins sans frontieres|msf
doe|us energy department|united states department of energy
doha|el beda
doj|us justice department|us department of justice|united states department of justice
dominica|commonwealth of dominica
donetsk|donetske|stalino
drug enforcement administration|dea
dushanbe|dusanbe|dyushambe|stalinabad
east african community|eac
east timor|timor-leste
ecowas|economic community of west african states
ecuador|republic of ecuador
egypt|arab republic of egypt|united arab republic
el salvador|republic of el salvador
environmental protection agency|epa
equatorial guinea|republic of equatorial guinea|spanish guinea
eritrea|state of eritrea
estonia|esthonia|republic of estonia
eswatini|swaziland
ethiopia|abyssinia|federal democratic republic of ethiopia|yaltopya
eurasian economic union|eaeu|eeu
european bank for reconstruction and development|ebrd
european central bank|ecb
european commission|ec
european council on foreign relations|ecfr
european court of human rights|echr|ecthr
european court of justice|ecj|court of justice of the european union
european investment bank|eib
european medicines agency|ema
european space agency|esa
european union|eu
europol|european police office
faisalabad|lyallpur
falkland islands|falkland islands (islas malvinas)
federal aviation administration|faa
federal bureau of investigation|fbi
federal communications commission|fcc
federal reserve|fed|federal reserve system|us federal reserve|federal reserve board
federal trade commission|ftc
fema|federal emergency management agency
fifa|international federation of association football
fiji|republic of fiji
financial times|ft
finland|republic of finland|suomi
florida|sunshine state|everglade state|fla
food and agriculture organization|fao
food and drug administration|fda
ford|ford motor|ford motor company
foreign office|foreign, commonwealth and development office|fcdo|foreign and commonwealth office
fox news|fox news channel
france|french republic
frankfurter allgemeine zeitung|faz
french guiana|guyane
french polynesia|french oceania
frontex|european border and coast guard agency
fsb|federal security service|russian federal security service
gabon|gabonese republic|gabun
gambia|republic of the gambia
gchq|government communications headquarters
general motors|gm
georgetown|stabroek
georgia|empire state of the south|peach state
georgia|republic of georgia|sakartvelo
germany|federal republic of germany|deutschland
ghana|gold coast|republic of ghana
giza|el giza|gizeh
gop|grand old party
greece|hellenic republic|ellas
greenpeace|greenpeace international
group of seven|g7|g-7|group of 7
group of twenty|g20|g-20|group of 20
guangzhou|kuangchou|kwangchow
guatemala|republic of guatemala
guernsey|bailiwick of guernsey
guinea-bissau|portuguese guinea|republic of guinea-bissau|guine-bissau
guinea|republic of guinea|french guinea
gulf cooperation council|gcc|cooperation council for the arab states of the gulf
guyana|co-operative republic of guyana|british guiana
haiti|republic of haiti
hamas|islamic resistance movement
hangzhou|hangchow
harare|salisbury
heard island and mcdonald islands|heard & mcdonald islands
helsinki|helsingfors
hezbollah|hizbullah|hizballah
ho chi minh city|saigon
honduras|republic of honduras
hong kong monetary authority|hkma
hong kong|hong kong sar china|hong kong sar
houston|houston, texas
houthis|houthi movement|ansar allah|ansarallah
huawei|huawei technologies
human rights watch|hrw
hungarian national bank|national bank of hungary|magyar nemzeti bank|mnb
hungary|republic of hungary|magyarorszag
iceland|republic of iceland
idaho|gem state
igad|intergovernmental authority on development
illinois|prairie state|land of lincoln|ill
immigration and customs enforcement|ice|us immigration and customs enforcement
incheon|chemulpo
indian space research organisation|isro|indian space research organization
indiana|hoosier state|ind
india|republic of india|bharat
indonesia|dutch east indies|republic of indonesia
institute for the study of war|isw
inter-american development bank|idb
intergovernmental panel on climate change|ipcc
internal revenue service|irs
international atomic energy agency|iaea
international civil aviation organization|icao
international committee of the red cross|icrc|red cross
international court of justice|icj|world court
international criminal court|icc
international crisis group|crisis group|icg
international energy agency|iea
international institute for strategic studies|iiss
international labour organization|ilo|international labor organization
international maritime organization|imo
international monetary fund|imf
international olympic committee|ioc
international organization for migration|iom
international telecommunication union|itu
interpol|international criminal police organization
iowa|hawkeye state
iran|persia|islamic republic of iran
iraq|republic of iraq|al-iraq|irak
ira|irish republican army
ireland|republic of ireland|hibernia|emerald isle|irish republic|eire
irgc|islamic revolutionary guard corps|revolutionary guards|revolutionary guard|iran's revolutionary guards|iranian revolutionary guards
irna|islamic republic news agency
isfahan|esfahan|aspadana
islamic state|isis|isil|is|daesh|islamic state of iraq and syria|islamic state group
israel defense forces|idf|israeli military|israeli army|israel defence forces
israel|state of israel|yisrael|zion|sion
istanbul|constantinople|stambul|stamboul
italy|italian republic|italia
ivory coast|cote d'ivoire|republic of cote d'ivoire
jabalpur|jubbulpore
jakarta|djakarta
japan|japanese islands|japanese archipelago|nippon|nihon
jeddah|jed'dah|jiddah|jidda
jersey|bailiwick of jersey
jordan|hashemite kingdom of jordan
jpmorgan chase|jpmorgan|jp morgan
juarez|ciudad juarez
kansas|sunflower state|kan
kathmandu|katmandu
kazakhstan|republic of kazakhstan|kazakstan|kazakh|kazak
kcna|korean central news agency
kentucky|bluegrass state|ken
kenya|republic of kenya
kgb|committee for state security
kharkiv|kharkov
kinshasa|leopoldville
kiribati|gilbert islands|republic of kiribati
kolkata|calcutta
koln|cologne
kosovo|republic of kosovo
kuomintang|kmt
kuwait|state of kuwait|koweit
kyiv|kiev|kyyiv
kyodo news|kyodo|kyodo news agency
kyrgyzstan|kirghizia|kyrgyz republic|kirgizia|kirghiz|kirgiz|kirghizstan|kirgizstan
lanzhou|lanchou|lanchow
laos|lao pdr|lao people's democratic republic
latvia|republic of latvia
lebanon|lebanese republic
lesotho|basutoland|kingdom of lesotho
liberia|republic of liberia
libya|socialist people's libyan arab jamahiriya
liechtenstein|principality of liechtenstein
lisbon|lisboa
lithuania|republic of lithuania|lietuva
london|greater london
los angeles times|la times
los angeles|los angeles, california|la|city of the angels
louisiana|pelican state
lubumbashi|elisabethville
luoyang|loyang
luxembourg|grand duchy of luxembourg|luxemburg
macau|macao|macao sar china
madagascar|republic of madagascar|malagasy republic
maiduguri|yerwa-maiduguri
maine|pine tree state
malawi|nyasaland|republic of malawi
malaysia|federation of malaysia
maldives|maldive islands|republic of maldives
mali|french sudan|republic of mali
malta|republic of malta
manhattan|manhattan, new york
maryland|old line state
mashhad|meshed
massachusetts|bay state|old colony|mass
mauritania|islamic republic of mauritania|mauritanie|muritaniya
mauritius|republic of mauritius
medina|al madinah
mercosur|southern common market
meta|meta platforms|facebook
mexico city|ciudad de mexico
mexico|united mexican states
mi6|secret intelligence service
michigan|wolverine state|great lakes state|mich
micronesia|federated states of micronesia
milan|milano
minnesota|gopher state|north star state|minn
mississippi|magnolia state|miss
missouri|show me state
mogadishu|mogadiscio
moldova|moldavia|republic of moldova
monaco|principality of monaco
monetary authority of singapore|mas
mongolia|mongolian people's republic|outer mongolia
montana|treasure state|mont
montenegro|crna gora
morocco|kingdom of morocco|maroc|marruecos|al-magrib
mozambique|republic of mozambique|mocambique
mumbai|bombay
munich|muenchen
muscat|masqat
myanmar|burma|myanmar (burma)|union of burma
n'djamena|ndjamena|fort-lamy
namibia|south west africa|republic of namibia
nanchang|nan-chang
nanjing|nanking
naples|napoli
nasa|national aeronautics and space administration
national bank of poland|nbp|narodowy bank polski
national bank of romania|nbr
national bank of ukraine|nbu
national health service|nhs
national oceanic and atmospheric administration|noaa
national people's congress|npc
national rally|national front|rassemblement national
national security agency|nsa
national transportation safety board|ntsb
nato|north atlantic treaty organization|atlantic alliance|north atlantic alliance
nauru|nauru island|pleasant island|republic of nauru
naypyitaw|nay pyi taw|naypyidaw
nbc|nbc news|national broadcasting company
nebraska|cornhusker state|neb
nepal|kingdom of nepal
netherlands|kingdom of the netherlands|holland|nederland
nevada|silver state|battle born state|sagebrush state|nev
new hampshire|granite state|nh
new jersey|garden state|nj
new mexico|land of enchantment|nm
new york city|new york city, new york|new york|nyc|new york, new york|greater new york
new york times|nyt|ny times
new york|new york state|empire state|ny
new zealand|aotearoa new zealand|new zealand islands
nhk|japan broadcasting corporation
nicaragua|republic of nicaragua
nigeria|federal republic of nigeria
niger|republic of niger
non-aligned movement|nam
north carolina|old north state|tar heel state|nc
north dakota|peace garden state|nd
north korea|dprk|democratic people's republic of korea
north macedonia|macedonia|fyrom|republic of north macedonia
norway|kingdom of norway|norge|noreg
npr|national public radio
ocha|un office for the coordination of humanitarian affairs|united nations office for the coordination of humanitarian affairs
odesa|odessa
ohio|buckeye state
oklahoma|sooner state|okla
oman|sultanate of oman|muscat and oman
opcw|organisation for the prohibition of chemical weapons|organization for the prohibition of chemical weapons
opec|organization of the petroleum exporting countries|organization of petroleum exporting countries
oregon|beaver state|ore
organization for economic cooperation and development|oecd|organisation for economic co-operation and development|organization for economic co-operation and development
organization of american states|oas
organization of islamic cooperation|oic|organisation of islamic cooperation|organization of the islamic conference
osce|organization for security and co-operation in europe|organization for security and cooperation in europe
oslo|christiania
oxfam|oxfam international
pago pago|pango pango
pakistan|islamic republic of pakistan|west pakistan
palau|palau islands|belau|pelew|republic of palau
palestine liberation organization|plo
palestine|palestinian territories|state of palestine|canaan|holy land|promised land
palestinian authority|pa|palestinian national authority
panama|republic of panama
papua new guinea|independent state of papua new guinea
paraguay|republic of paraguay
paris|city of light
pbs|public broadcasting service
pennsylvania|keystone state
pentagon|dod|us department of defense|united states department of defense|us defense department
people's bank of china|pboc
people's liberation army|pla
perm|molotov
peru|republic of peru
philadelphia|philadelphia, pennsylvania|philly|city of brotherly love
philippines|philippine islands|republic of the philippines
phnom penh|pnom penh
phoenix|phoenix, arizona
pitcairn islands|pitcairn
pkk|kurdistan workers' party|kurdistan workers party
poland|republic of poland|polska
port-vila|vila
portugal|portuguese republic
prague|praha|prag
praia|cidade de praia
puebla|puebla de zaragoza|heroica puebla de zaragoza
puerto rico|porto rico|commonwealth of puerto rico
qatar|qatar peninsula|katar|katar peninsula|state of qatar|state of katar
queens|queens, new york
radio free asia|rfa
radio free europe/radio liberty|rfe/rl|radio free europe|radio liberty
rand corporation|rand
recife|pernambuco
reporters without borders|rsf|reporters sans frontieres
republic of the congo|congo-brazzaville|congo (republic)|republic of congo
reserve bank of australia|rba
reserve bank of india|rbi
reserve bank of new zealand|rbnz
reunion|la reunion
reuters|thomson reuters
rhode island|little rhody|ocean state|ri
ria novosti|ria
riksbank|sveriges riksbank|swedish central bank
romania|rumania|roumania
rome|roma|eternal city
rostov-na-donu|rostov|rostov on don
royal united services institute|rusi
rt|russia today
russia|russian federation
rwanda|rwandese republic|ruanda
saarc|south asian association for regional cooperation
saint barthelemy|st barthelemy
saint helena|saint helena, ascension and tristan da cunha|st helena
saint kitts and nevis|st kitts and nevis|st kitts & nevis|federation of saint kitts and nevis|saint christopher-nevis|st christopher-nevis
saint lucia|st lucia
saint martin|st martin|saint maarten|st maarten
saint petersburg|st petersburg|leningrad|peterburg|petrograd
saint pierre and miquelon|st pierre & miquelon
saint vincent and the grenadines|st vincent and the grenadines|st vincent & grenadines
samoa|samoan islands|independent state of samoa|western samoa|samoa i sisifo
samsung|samsung electronics
san antonio|san antonio, texas
san diego|san diego, california
san jose|san jose, california
san marino|republic of san marino
sanaa|sana|sana'a
santiago|gran santiago|santiago de chile
santo domingo|ciudad trujillo
sao tome and principe|sao tome & principe|democratic republic of sao tome and principe|sao tome e principe|sao thome e principe|st thomas and principe
saudi arabia|kingdom of saudi arabia|ksa
saudi central bank|sama|saudi arabian monetary authority
scotland yard|metropolitan police|metropolitan police service|met police
secret service|us secret service|united states secret service
securities and exchange commission|sec
semarang|samarang
senegal|republic of senegal
serbia|republic of serbia|srbija
seychelles|seychelles islands|republic of seychelles
shanghai cooperation organization|sco|shanghai cooperation organisation
shenyang|mukden|moukden|fengtien
sierra leone|republic of sierra leone
singapore|singapore island|republic of singapore
slovakia|slovak republic
slovenia|republic of slovenia|slovenija
social democratic party of germany|spd
sofia|serdica
south african reserve bank|sarb
south africa|republic of south africa
south carolina|palmetto state|sc
south china morning post|scmp
south dakota|coyote state|mount rushmore state|sd
south georgia and the south sandwich islands|south georgia and south sandwich islands|south georgia & south sandwich islands
south korea|republic of korea|rok
southern african development community|sadc
spain|kingdom of spain|espana
sri lanka|ceylon|democratic socialist republic of sri lanka
state bank of pakistan|sbp
state duma|duma
stockholm international peace research institute|sipri
sudan|soudan|republic of the sudan
suddeutsche zeitung|sueddeutsche zeitung
supreme court of the united states|us supreme court|united states supreme court|scotus
suriname|republic of suriname|surinam|dutch guiana|netherlands guiana
svalbard and jan mayen|svalbard & jan mayen
sweden|kingdom of sweden|sverige
swiss national bank|snb
switzerland|swiss confederation|suisse|schweiz|svizzera
syria|syrian arab republic
taipei|taipeh
taiwan|formosa|republic of china|chinese taipei|nationalist china
tajikistan|republic of tajikistan|tadzhikistan|tadzhik|tadjik|tajik
tallinn|tallin
tanzania|tanganyika|united republic of tanzania
tarawa|bairiki
tashkent|taskent
tass|itar-tass
tbilisi|tiflis
tehran|teheran
tennessee|volunteer state|tenn
tesla|tesla motors|tesla, inc
texas|lone-star state|tex
thailand|siam|kingdom of thailand
the bronx|the bronx, new york
tianjin|tientsin|t'ien-ching
togo|togolese republic
tonga|kingdom of tonga|friendly islands
toyota|toyota motor|toyota motor corporation
trinidad and tobago|trinidad & tobago|trinidad|republic of trinidad and tobago
tripoli|tarabulus al-gharb
tunisia|republic of tunisia
turkey|turkiye|republic of turkey
turkmenistan|turkmenia|turkomen|turkmen
turks and caicos islands|turks & caicos islands
tuvalu|ellice islands
twitter|x corp
uefa|union of european football associations
uganda|republic of uganda
ukraine|ukrayina
ulan bator|ulaanbaatar|urga|kulun
un development programme|undp|united nations development programme
un environment programme|unep|united nations environment programme
un general assembly|united nations general assembly|unga
un human rights council|united nations human rights council|unhrc
un security council|united nations security council|unsc
unesco|united nations educational, scientific and cultural organization
unhcr|united nations high commissioner for refugees|un refugee agency|office of the united nations high commissioner for refugees
unicef|united nations children's fund|un children's fund
united arab emirates|uae|emirates
united kingdom|uk|britain|great britain|united kingdom of great britain and northern ireland
united nations|un|united nations organization
united states|united states of america|us|usa|america|the states
unrwa|united nations relief and works agency
us air force|united states air force
us army|united states army
us coast guard|united states coast guard
us commerce department|united states department of commerce
us congress|united states congress
us geological survey|usgs|united states geological survey
us house of representatives|united states house of representatives|us house
us marine corps|united states marine corps
us minor outlying islands|united states minor outlying islands|us outlying islands
us navy|united states navy
us senate|united states senate
us state department|united states department of state|us department of state
us treasury|us treasury department|united states department of the treasury
us virgin islands|united states virgin islands|american virgin islands
usaid|us agency for international development|united states agency for international development
utah|beehive state|mormon state
uzbekistan|republic of uzbekistan|uzbek
valletta|valetta
vanuatu|new hebrides|republic of vanuatu
vatican city|holy see|vatican|citta del vaticano
venezuela|republic of venezuela
vermont|green mountain state
vietnam|viet nam|socialist republic of vietnam|annam
vilnius|vilna|vilno|wilno
virginia|old dominion|old dominion state
voice of america|voa
volgograd|stalingrad|tsaritsyn
volkswagen|vw|volkswagen group
wagner group|wagner|pmc wagner
wall street journal|wsj
wallis and futuna|wallis & futuna
warsaw|warszawa
washington, dc|washington|washington dc|dc|district of columbia
washington|evergreen state|wash
west virginia|mountain state|wv
western sahara|spanish sahara
wikimedia foundation|wikimedia
wisconsin|badger state|wis|wisc
world anti-doping agency|wada
world bank|world bank group|ibrd
world economic forum|wef|davos forum
world food programme|wfp|world food program
world health organization|who
world meteorological organization|wmo
world trade organization|wto
world wide fund for nature|wwf|world wildlife fund
wyoming|equality state|wyo
xinhua|xinhua news agency
yangon|rangoon
yemen|republic of yemen
yerevan|jerevan|erivan
yonhap|yonhap news agency
zambia|northern rhodesia|republic of zambia
zimbabwe|rhodesia|southern rhodesia|republic of zimbabwe
`;
