/** Made by `npm run knowledge` from the knowledge base: names of one state, organization or city a row, in lower case without accents. */
export const ALIAS_ROWS = `
abc news|american broadcasting company
abkhaz|abkhas
abu sayyaf|bearer of the sword
adana|seyhan
addis ababa|new flower
afghanistan|islamic state of afghanistan
african development bank|afdb
african national congress|anc
african union|au
agence france-presse|afp
aichi prefecture|愛知県
akita prefecture|秋田県
aksa martyrs brigades|al-aksa martyrs brigades|martyrs of al-aqsa
al jazeera|aljazeera
al-qaeda|al-qaida
al-shabab|al-shabaab
alabama|heart of dixie|camellia state|ala
aland|aland islands|aaland islands|ahvenanmaa
alaska|last frontier
albania|republic of albania
aleppo|halab|alep
alex boncayao brigade|abb|revolutionary proletarian army|rpa-abb
alexandria|el iskandriyah
algeria|algerie|democratic and popular republic of algeria
alibaba|alibaba group
almaty|alma-ata
alternative for germany|afd
amazon|amazoncom
american samoa|eastern samoa
amnesty international|amnesty
anadolu agency|anadolu
andalusia|andalucia
andorra|principality of andorra
angola|republic of angola
ankara|angora
ansar al islam|ansar al-islam|supporters of islam
antigua and barbuda|antigua & barbuda
aomori prefecture|青森県
apec|asia-pacific economic cooperation
apple|apple inc|apple computer
arab league|league of arab states
argentina|argentine republic
arizona|grand canyon state
arkansas|land of opportunity
armata corsa|corsican army
armed islamic group|gia
armenian secret army for the liberation of armenia|asala|orly group|3rd october organization
armenia|republic of armenia|hayastan
army for the liberation of rwanda|alir|former armed forces|far|interahamwe
asbat al-ansar|band of partisans
asean|association of southeast asian nations
asian development bank|adb
asian infrastructure investment bank|aiib
asmara|asmera
associated press|ap
astana|nur-sultan|nursultan
asturias|principado de asturias
athens|athinai
aum shinrikyo|aum|supreme truth
australia|commonwealth of australia
austria|republic of austria|oesterreich
azerbaijan|azerbaijani republic|azerbajdzhan|azerbajdzhan republic
azores|acores
baader meinhof gang|baader-meinhof gang
baghdad|bagdad
bahamas|commonwealth of the bahamas|bahama islands
bahrain|bahrein|state of bahrain|bahrain island|bahrein island
balearic islands|illes balears
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
basque country|euskadi
basque homeland and freedom|basque fatherland and liberty|euskadi ta askatasuna|eta
bavaria|bayern
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
brittany|bretagne|breiz
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
capital|washington
caricom|caribbean community
carnegie china|carnegie-tsinghua center for global policy
carnegie endowment for international peace|carnegie endowment|carnegie
castile and leon|castilla y leon
catalonia|catalunya
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
chiba prefecture|千葉県
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
community of madrid|comunidad de madrid
comoros|federal islamic republic of the comoros
conakry|konakri
connecticut|nutmeg state|constitution state
continuity irish republican army|cira|continuity army council
copenhagen|kobenhavn
cordoba|cordova
corsica|corse
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
democratic front for the liberation of palestine|dflp|popular democratic front for the liberation of palestine|pdflp
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
east flanders|oost-vlaanderen
east timor|timor-leste
east turkistan islamic movement|east turkestan islamic movement
ecowas|economic community of west african states
ecuador|republic of ecuador
egypt|arab republic of egypt|united arab republic
ehime prefecture|愛媛県
el salvador|republic of el salvador
enlightenment|age of reason
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
fatah revolutionary council|fatah-rc|abu nidal organization|ano|arab revolutionary brigades|black september|revolutionary organization of socialist muslims
fatah tanzim|tanzim
federal aviation administration|faa
federal bureau of investigation|fbi
federal communications commission|fcc
federal reserve|fed|federal reserve system|us federal reserve|federal reserve board
federal trade commission|ftc
fema|federal emergency management agency
fez|fes
fifa|international federation of association football
fiji|republic of fiji
financial times|ft
finland|republic of finland|suomi
first of october antifascist resistance group|grapo
flemish brabant|vlaams-brabant
florida|sunshine state|everglade state|fla
food and agriculture organization|fao
food and drug administration|fda
forces of umar al-mukhtar|umar al-mukhtar forces
ford|ford motor|ford motor company
foreign office|foreign, commonwealth and development office|fcdo|foreign and commonwealth office
fox news|fox news channel
france|french republic
frankfurter allgemeine zeitung|faz
french guiana|guyane
french polynesia|french oceania
frontex|european border and coast guard agency
fsb|federal security service|russian federal security service
fukui prefecture|福井県
fukuoka prefecture|福岡県
fukushima prefecture|福島県
gabon|gabonese republic|gabun
galapagos islands|galapagos
gambia|republic of the gambia
gchq|government communications headquarters
general motors|gm
georgetown|stabroek
georgia|empire state of the south|peach state
georgia|republic of georgia|sakartvelo
germany|federal republic of germany|deutschland
ghana|gold coast|republic of ghana
gifu prefecture|岐阜県
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
gunma prefecture|群馬県
guyana|co-operative republic of guyana|british guiana
haiti|republic of haiti
hamas|islamic resistance movement
hamas|islamic resistance movement
hangzhou|hangchow
harare|salisbury
harkat-ul-jihad-e-islami|harakat ul-jihad-i-islami|huji
harkat-ul-mujahidin|hum|harkat ul-ansar|hua|harkat ul-mujahedeen|al faran|movement of holy warriors
hawaii|hawai'i|aloha state|haw
heard island and mcdonald islands|heard & mcdonald islands
helsinki|helsingfors
hezbollah|hizbullah|hizballah
hiroshima prefecture|広島県
hizb ut-tahrir|freedom party
hizballah|hezbollah|hizbollah|hizbullah|lebanese hizballah|party of god|islamic jihad|islamic jihad for the liberation of palestine|revolutionary justice organization|organization of the oppressed on earth
ho chi minh city|saigon
hokkaido|北海道|yezo
honduras|republic of honduras
hong kong monetary authority|hkma
hong kong|hong kong sar china|hong kong sar
houston|houston, texas
houthis|houthi movement|ansar allah|ansarallah
huawei|huawei technologies
human rights watch|hrw
hungarian national bank|national bank of hungary|magyar nemzeti bank|mnb
hungary|republic of hungary|magyarorszag
hyogo prefecture|兵庫県
ibaraki prefecture|茨城県
iceland|republic of iceland
idaho|gem state
igad|intergovernmental authority on development
illinois|prairie state|land of lincoln|ill
immigration and customs enforcement|ice|us immigration and customs enforcement
inca|inka
incheon|chemulpo
indian space research organisation|isro
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
irish national liberation army|inla|people's liberation army|people's republican army|catholic reaction force
irish republican army|ira|provisional irish republican army|provisional ira|provos
irna|islamic republic news agency
isfahan|esfahan|aspadana
ishikawa prefecture|石川県
islamic army of aden|iaa|islamic army of aden-abyan|aden-abyan islamic army
islamic great eastern raiders-front|ibda-c
islamic group of uzbekistan|imu|islamic party of turkestan
islamic state|isis|isil|is|daesh|islamic state of iraq and syria|islamic state group
israel defense forces|idf|israeli military|israeli army
israel|state of israel|yisrael|zion|sion
istanbul|constantinople|stambul|stamboul
italy|italian republic|italia
ivory coast|cote d'ivoire|republic of cote d'ivoire
iwate prefecture|岩手県
jabalpur|jubbulpore
jaish-i-mohammed|jaish-e-muhammad|jem|army of muhammad
jakarta|djakarta
jamaat ul-fuqra|fuqra|tanzimul fuqra
japanese red army|jra|anti-imperialist international brigade
japan|japanese islands|japanese archipelago|nippon|nihon
jeddah|jed'dah|jiddah|jidda
jemaah islamiyah|ji|islamic group|islamic community|malaysian mujahidin group|malaysia militant group
jersey|bailiwick of jersey
jordan|hashemite kingdom of jordan
jpmorgan chase|jpmorgan|jp morgan
juarez|ciudad juarez
jund-ul-islam|soldiers of god
kagawa prefecture|香川県
kagoshima prefecture|鹿児島県
kahane chai|kach
kalimantan|indonesian borneo
kanagawa prefecture|神奈川県
kansas|sunflower state|kan
kaplan group|association of islamic groups and communities|caliphate state
kathmandu|katmandu
kazakhstan|republic of kazakhstan|kazakstan|kazakh|kazak
kcna|korean central news agency
kentucky|bluegrass state|ken
kenya|republic of kenya
kgb|committee for state security
kharkiv|kharkov
khmer rouge|kr|party of democratic kampuchea|communist party of kampuchea
kinshasa|leopoldville
kiribati|gilbert islands|republic of kiribati
kochi prefecture|高知県
kolkata|calcutta
koln|cologne
kosovo|republic of kosovo
ku klux klan|klan|kkk
kumamoto prefecture|熊本県
kuomintang|kmt
kurdistan workers party|kurdistan labor pary|partiya karkeran kurdistan|ppk
kuwait|state of kuwait|koweit
kyiv|kiev|kyyiv
kyodo news|kyodo|kyodo news agency
kyoto prefecture|京都府
kyrgyzstan|kirghizia|kyrgyz republic|kirgizia|kirghiz|kirgiz|kirghizstan|kirgizstan
lanzhou|lanchou|lanchow
laos|lao pdr|lao people's democratic republic
lashkar-e-omar|al qanoon
lashkar-e-taiba|lashkar-e-toiba|lashkar-e-tayyiba|let|army of the pure|army of the righteous
laskar jihad|holy war warriors
latvia|republic of latvia
lautaro youth movement|lautaro faction of the united popular action movement|lautaro popular rebel forces
lebanon|lebanese republic
lesotho|basutoland|kingdom of lesotho
liberation tigers of tamil eelam|ltte|tamil tigers|tigers|world tamil association|world tamil movement
liberia|republic of liberia
libyan islamic fighting group|fig|al-jama'a al-islamiyyah al-muqatilah bi-libya|libyan fighting group|libyan islamic group
libya|socialist people's libyan arab jamahiriya
liechtenstein|principality of liechtenstein
lisbon|lisboa
lithuania|republic of lithuania|lietuva
london|greater london
los angeles times|la times
los angeles|los angeles, california|la|city of the angels
louisiana|pelican state
lower saxony|niedersachsen
lubumbashi|elisabethville
luoyang|loyang
luxembourg|grand duchy of luxembourg|luxemburg
macau|macao|macao sar china
madagascar|republic of madagascar|malagasy republic
maiduguri|yerwa-maiduguri
maine|pine tree state
maktab al-khidmat|mak
malawi|nyasaland|republic of malawi
malaysia|federation of malaysia
maldives|maldive islands|republic of maldives
mali|french sudan|republic of mali
malta|republic of malta
manhattan|manhattan, new york
markaz-ud-dawa-wal-irshad|mdi
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
mie prefecture|三重県
milan|milano
minnesota|gopher state|north star state|minn
mississippi|magnolia state|miss
missouri|show me state
miyagi prefecture|宮城県
miyazaki prefecture|宮崎県
mogadishu|mogadiscio
moldova|moldavia|republic of moldova
monaco|principality of monaco
monetary authority of singapore|mas
mongolia|mongolian people's republic|outer mongolia
montana|treasure state|mont
montenegro|crna gora
morocco|kingdom of morocco|maroc|marruecos|al-magrib
mozambique|republic of mozambique|mocambique
mujahidin-e khalq organization|mko|mek|people's mujahidin of iran
mumbai|bombay
munich|muenchen
muscat|masqat
myanmar|burma|myanmar (burma)|union of burma
n'djamena|ndjamena|fort-lamy
nag hammadi|nag hammadi library
nagano prefecture|長野県
nagasaki prefecture|長崎県
namibia|south west africa|republic of namibia
nanchang|nan-chang
nanjing|nanking
naples|napoli
nara prefecture|奈良県
nasa|national aeronautics and space administration
national bank of poland|nbp|narodowy bank polski
national bank of romania|nbr
national bank of ukraine|nbu
national health service|nhs
national liberation army|eln
national liberation army|eln|nestor paz zamora commission|cnpz
national liberation front of corsica|flnc
national oceanic and atmospheric administration|noaa
national people's congress|npc
national rally|national front|rassemblement national
national security agency|nsa
national transportation safety board|ntsb
nato|north atlantic treaty organization|atlantic alliance|north atlantic alliance
nauru|nauru island|pleasant island|republic of nauru
navarre|navarra - nafarroa
naypyitaw|nay pyi taw|naypyidaw
nbc|nbc news|national broadcasting company
nebraska|cornhusker state|neb
nepal|kingdom of nepal
netherlands|kingdom of the netherlands|holland|nederland
nevada|silver state|battle born state|sagebrush state|nev
new hampshire|granite state|nh
new jersey|garden state|nj
new mexico|land of enchantment|nm
new people's army|npa
new york city|new york city, new york|new york|nyc|new york, new york|greater new york
new york times|nyt|ny times
new york|new york state|empire state|ny
new zealand|aotearoa new zealand|new zealand islands
nhk|japan broadcasting corporation
nicaragua|republic of nicaragua
nigeria|federal republic of nigeria
niger|republic of niger
niigata prefecture|新潟県
non-aligned movement|nam
normandy|normandie
north brabant|noord-brabant
north carolina|old north state|tar heel state|nc
north dakota|peace garden state|nd
north holland|noord-holland
north korea|dprk|democratic people's republic of korea
north macedonia|macedonia|fyrom|republic of north macedonia
north rhine-westphalia|nordrhein-westfalen
norway|kingdom of norway|norge|noreg
npr|national public radio
occitania|occitanie
ocha|un office for the coordination of humanitarian affairs|united nations office for the coordination of humanitarian affairs
odesa|odessa
ohio|buckeye state
oita prefecture|大分県
okayama prefecture|岡山県
okinawa prefecture|沖縄県
oklahoma|sooner state|okla
oman|sultanate of oman|muscat and oman
opcw|organisation for the prohibition of chemical weapons
opec|organization of the petroleum exporting countries|organization of petroleum exporting countries
orange group|ov
oregon|beaver state|ore
organization for economic cooperation and development|oecd|organisation for economic co-operation and development
organization of american states|oas
organization of islamic cooperation|oic|organization of the islamic conference
osaka prefecture|大阪府
osce|organization for security and co-operation in europe|organization for security and cooperation in europe
oslo|christiania
oxfam|oxfam international
pago pago|pango pango
pakistan|islamic republic of pakistan|west pakistan
palau|palau islands|belau|pelew|republic of palau
palestine islamic jihad|palestinian islamic jihad|pij|harakat al-jihad al-islami al-filastini
palestine liberation front|plf|jabat al-tahrir al-filistiniyyah
palestine liberation organization|plo
palestine|palestinian territories|state of palestine|canaan|holy land|promised land
palestinian authority|pa|palestinian national authority
panama|republic of panama
papua new guinea|independent state of papua new guinea
paraguay|republic of paraguay
paris|city of light
pbs|public broadcasting service
peninsular malaysia|west malaysia|malaya
pennsylvania|keystone state
pentagon|dod|us department of defense|united states department of defense|us defense department
people against gangsterism and drugs|pagad
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
popular front for the liberation of palestine-general command|pflp-gc
popular front for the liberation of palestine|pflp
popular struggle front|psf
port-vila|vila
portugal|portuguese republic
prague|praha|prag
praia|cidade de praia
province of antwerp|antwerpen|antwerp|anvers
province of liege|liege|luik
province of luxembourg|luxembourg
province of namur|namur
puebla|puebla de zaragoza|heroica puebla de zaragoza
puerto rico|porto rico|commonwealth of puerto rico
puka inti|sol rojo|red sun
qassam brigades|salah al-din battalions|iz al-din al-qassam battalions
qatar|qatar peninsula|katar|katar peninsula|state of qatar|state of katar
quechua|kechua
queens|queens, new york
radio free asia|rfa
radio free europe/radio liberty|rfe/rl|radio free europe|radio liberty
rand corporation|rand
real ira|real irish republican army|rira|dissident irish republican army
recife|pernambuco
red army faction|raf
red brigades|brigate rosse|br
red hand defenders|rhd
region of murcia|region de murcia
reporters without borders|rsf|reporters sans frontieres
republic of the congo|congo-brazzaville|congo (republic)|republic of congo
reserve bank of australia|rba
reserve bank of india|rbi
reserve bank of new zealand|rbnz
reunion|la reunion
reuters|thomson reuters
revolutionary armed forces of colombia|fuerzas armadas revolucionarios de colombia|farc
revolutionary organization 17 november|17 november
revolutionary people's liberation party|revolutionary people's liberation front
revolutionary people's struggle|ela
revolutionary proletarian nucleus|revolutionary proletarian initiative nuclei|nipr
revolutionary united front|ruf
rhineland-palatinate|rheinland-pfalz
rhode island|little rhody|ocean state|ri
ria novosti|ria
riksbank|sveriges riksbank|swedish central bank
roman inquisition|congregation of the inquisition
romania|rumania|roumania
rome|roma|eternal city
rostov-na-donu|rostov|rostov on don
royal united services institute|rusi
rt|russia today
russia|russian federation
rwanda|rwandese republic|ruanda
saarc|south asian association for regional cooperation
saga prefecture|佐賀県
saint barthelemy|st barthelemy
saint helena|saint helena, ascension and tristan da cunha|st helena
saint kitts and nevis|st kitts and nevis|st kitts & nevis|federation of saint kitts and nevis|saint christopher-nevis|st christopher-nevis
saint lucia|st lucia
saint martin|st martin|saint maarten|st maarten
saint pierre and miquelon|st pierre & miquelon
saint vincent and the grenadines|st vincent and the grenadines|st vincent & grenadines
saitama prefecture|埼玉県
salafist group|salafast group for call and combat|gspc
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
saxony-anhalt|sachsen-anhalt
saxony|sachsen
scotland yard|metropolitan police|metropolitan police service|met police
secret service|us secret service|united states secret service
securities and exchange commission|sec
semarang|samarang
senegal|republic of senegal
serbia|republic of serbia|srbija
seychelles|seychelles islands|republic of seychelles
shanghai cooperation organization|sco
shenyang|mukden|moukden|fengtien
shiga prefecture|滋賀県
shimane prefecture|島根県
shining path|sendero luminoso|sl
shizuoka prefecture|静岡県
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
south holland|zuid-holland
south korea|republic of korea|rok
southern african development community|sadc
spain|kingdom of spain|espana
spanish armada|invincible armada
sri lanka|ceylon|democratic socialist republic of sri lanka
st john's|saint john's
st petersburg|saint petersburg|leningrad|peterburg|petrograd
state bank of pakistan|sbp
state duma|duma
stockholm international peace research institute|sipri
sudan|soudan|republic of the sudan
suddeutsche zeitung|sueddeutsche zeitung
sulawesi|celebes
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
tareekh e kasas|movement for revenge
tashkent|taskent
tass|itar-tass
tbilisi|tiflis
tehran|teheran
tennessee|volunteer state|tenn
tesla|tesla motors|tesla, inc
texas|lone-star state|tex
thailand|siam|kingdom of thailand
the bronx|the bronx, new york
thuringia|thuringen
tianjin|tientsin|t'ien-ching
tochigi prefecture|栃木県
togo|togolese republic
tokushima prefecture|徳島県
tokyo|東京都|tokio|yeddo|yedo
tonga|kingdom of tonga|friendly islands
tottori prefecture|鳥取県
toyama prefecture|富山県
toyota|toyota motor|toyota motor corporation
trinidad and tobago|trinidad & tobago|trinidad|republic of trinidad and tobago
tripoli|tarabulus al-gharb
tunisia|republic of tunisia
tupac amaru revolutionary movement|movimiento revolucionario tupac anaru|mrta
tupac katari guerrilla army|egtk
turkey|turkiye|republic of turkey
turkmenistan|turkmenia|turkomen|turkmen
turks and caicos islands|turks & caicos islands
tuvalu|ellice islands
twitter|x corp
uefa|union of european football associations
uganda|republic of uganda
ukraine|ukrayina
ulan bator|ulaanbaatar|urga|kulun
ulster defence association|uda
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
united self-defense force of colombia|united self-defense group of colombia|autodefensas unidas de colombia|auc
united states space force|us space force|space force
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
valencian community|comunitat valenciana
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
wakayama prefecture|和歌山県
wales|cymru|cambria
wall street journal|wsj
wallis and futuna|wallis & futuna
walloon brabant|brabant wallon
warsaw|warszawa
washington, dc|washington|washington dc|dc|district of columbia
washington|evergreen state|wash
west flanders|west-vlaanderen
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
yamagata prefecture|山形県
yamaguchi prefecture|山口県
yamanashi prefecture|山梨県
yangon|rangoon
yemen|republic of yemen
yerevan|jerevan|erivan
yonhap|yonhap news agency
yukon|yukon territory
zambia|northern rhodesia|republic of zambia
zimbabwe|rhodesia|southern rhodesia|republic of zimbabwe
`;
