import { wordList } from './wordList';

/** Places with a government that the language library's lists lack. */
export const GOVERNED = wordList(
  'US, U.S., USA, U.S.A., UK, U.K., UAE, U.A.E., DRC, PRC, DPRK, United States, United States of America, America',
  'United Kingdom, Britain, Great Britain, England, Scotland, Wales, Northern Ireland, United Arab Emirates, Soviet Union',
  'USSR, North Korea, South Korea, Russian Federation, Czech Republic, Czechia, Türkiye, Myanmar, Burma, Eswatini, Kosovo',
  'North Macedonia, South Sudan, Ivory Coast, Cape Verde, East Timor, Timor-Leste, Palestine, Taiwan, Hong Kong, Macau',
  'Democratic Republic of Congo, Democratic Republic of the Congo, Republic of Congo, Congo, Vatican, Vatican City',
  'Holy See, Yugoslavia, Czechoslovakia, East Germany, West Germany, Tibet, Xinjiang, Inner Mongolia, Kurdistan',
  'Abkhazia, South Ossetia, Transnistria, Crimea, Donetsk, Luhansk, Kherson, Zaporizhzhia, Mariupol, Bakhmut, Odesa',
  'Dnipro, Kharkiv, Kyiv, Bucha, Belgorod, Kursk, Rostov, Rostov-on-Don, St. Petersburg, Saint Petersburg, Sochi, Grozny',
  'Vladivostok, Nizhny Novgorod, Samara, Beslan, Tskhinvali, Sukhumi, Stepanakert, Nagorno-Karabakh, Washington',
  'Washington, D.C., Washington, DC, Washington D.C., Washington DC, New York City, New York, District of Columbia',
  'Las Vegas, St. Louis, Minneapolis, St. Paul, Baltimore, Charlotte, Kansas City, Cincinnati, Houston, Austin, Tampa',
  'San Bernardino, Ferguson, Orlando, Boulder, Newtown, Parkland, Uvalde, Charlottesville, Arlington, Fallujah, Ramadi',
  'Tikrit, Kirkuk, Mosul, Basra, Baquba, Najaf, Karbala, Samarra, Irbil, Erbil, Sinjar, Raqqa, Idlib, Aleppo, Homs, Hama',
  'Palmyra, Kobani, Daraa, Latakia, Deir ez-Zor, Deir al-Zour, Sanaa, Aden, Hodeida, Hodeidah, Taiz, Marib, Muscat',
  'Manama, Doha, Riyadh, Mecca, Medina, Jeddah, Dhahran, Natanz, Isfahan, Qom, Bushehr, Mashhad, Kandahar, Herat, Kunduz',
  'Jalalabad, Mazar-i-Sharif, Ghazni, Helmand, Nangarhar, Khost, Paktika, Uruzgan, Peshawar, Quetta, Karachi, Lahore',
  'Balochistan, Baluchistan, Sindh, Punjab, Kashmir, Swat, Waziristan, North Waziristan, South Waziristan, Gaza',
  'Gaza City, Gaza Strip, West Bank, Rafah, Khan Younis, Ramallah, Jenin, Nablus, Hebron, Bethlehem, Jericho, Tel Aviv',
  'East Jerusalem, Haifa, Ashkelon, Eilat, Sidon, Tyre, Amman, Darfur, Juba, Khartoum, Asmara, Hargeisa, Somaliland',
  'Puntland, Mogadishu, Kismayo, Baidoa, Mombasa, Goma, Bukavu, Kigali, Bujumbura, Gitega, Lusaka, Harare, Bulawayo',
  'Lilongwe, Maputo, Gaborone, Maseru, Mbabane, Antananarivo, Port Louis, Moroni, Victoria, Bamako, Timbuktu, Gao',
  "Ouagadougou, Niamey, Ndjamena, N'Djamena, Bangui, Malabo, Yaounde, Douala, Lome, Porto-Novo, Cotonou, Freetown",
  'Monrovia, Bissau, Banjul, Praia, Nouakchott, Laayoune, Benghazi, Misrata, Sirte, Derna, Abuja, Maiduguri, Kano, Jos',
  'Ibadan, Port Harcourt, Borno, Jakarta, Bali, Aceh, Banda Aceh, Papua, Dili, Naypyidaw, Naypyitaw, Rangoon, Yangon',
  'Rakhine, Vientiane, Phuket, Pattaya, Mindanao, Marawi, Davao, Saigon, Ho Chi Minh City, Da Nang, Bandar Seri Begawan',
  "Port Moresby, Suva, Honiara, Port Vila, Apia, Nuku'alofa, Funafuti, Tarawa, Majuro, Palikir, Ngerulmud, Yaren, Guam",
  'Canberra, Sydney, Melbourne, Perth, Adelaide, Brisbane, Darwin, Hobart, Cairns, New South Wales, Victoria, Hokkaido',
  'Fukushima, Hiroshima, Okinawa, Kobe, Sendai, Ulan Bator, Ulaanbaatar, Astana, Nur-Sultan, Bishkek, Osh, Dushanbe',
  'Ashgabat, Tashkent, Thimphu, Kathmandu, Male, Dhaka, Srinagar, Jammu, Amritsar, Varanasi, Ayodhya, Lucknow, Colombo',
  'Jaffna, Nicosia, Valletta, Pristina, Podgorica, Tirana, Chisinau, Vaduz, Monaco, Andorra la Vella, San Marino',
  'Luxembourg, The Hague, Srebrenica, Split, Mitrovica, Bilbao, Malaga, Seville, Catalonia, Galicia, Florence, Bologna',
  'Calais, Nice, Lille, Bordeaux, Grenoble, Hanover, Bonn, Nuremberg, Davos, Zurich, Lugano, Ypres, Bruges, Bayreuth',
  'Guantanamo, Guantanamo Bay, Port-au-Prince, Nassau, Bridgetown, Georgetown, Paramaribo, Belmopan, Belize City',
  'Managua, San Pedro Sula, Guatemala City, Mexico City, Panama City, Quebec City, Ciudad Juarez, Acapulco, Oaxaca',
  'Bogota, Cali, Cartagena, Santiago, Valparaiso, Asunción, Asuncion, Sucre, Santa Cruz, Cusco, Rosario, Brasília',
  'Jordan, Chad, Georgia, Guinea, Lebanon, Turkey, Iran, Cyprus, Malta, Panama, Cuba, Niger, Mali, Togo, Benin, Oman, Peru',
  'Greenland, Puerto Rico, Bermuda, Gibraltar, Falkland Islands, Faroe Islands, Cayman Islands, Isle of Man, Jersey',
);

/** Regions and waters without a government, by their whole name. */
export const UNGOVERNED = wordList(
  'Europe, Asia, Africa, Antarctica, Oceania, North America, South America, Latin America, Central America, Eurasia',
  'Middle East, Far East, Near East, Southeast Asia, South Asia, East Asia, Central Asia, Western Europe, Eastern Europe',
  'Central Europe, North Africa, West Africa, East Africa, Southern Africa, Sub-Saharan Africa, Central Africa, Balkans',
  'South East Asia, Northern Europe, Southern Europe, Horn of Africa, Caribbean, Mediterranean, Baltic, Baltics, Caucasus',
  'North Caucasus, South Caucasus, Scandinavia, Persian Gulf, Arctic, Antarctic, Pacific, Atlantic, Indo-Pacific',
  'Asia-Pacific, Sahel, Sahara, Maghreb, Levant, Siberia, Donbas, Donbass, Himalayas, Alps, Andes, Pyrenees, Urals',
  'Rockies, Amazon Basin, Silicon Valley, Midwest, New England, West Coast, East Coast, Gulf Coast, Great Lakes, Iberia',
  'Indian Ocean, Mesopotamia, Golan Heights, Bosphorus, Bosporus, Dardanelles, Suez Canal, Panama Canal, Danube, Dnieper',
  'Volga, Rhine, Nile, Euphrates, Tigris, Ganges, Mekong, Yangtze, Everest, Mount Everest, West, Earth, Mars, Moon',
);

/** Last words of waters, mountains and regions. */
export const LOCATION_HEADS = wordList(
  'Sea, Ocean, River, Mountains, Mountain, Peninsula, Strait, Straits, Gulf, Desert, Valley, Bay, Coast, Basin, Canal',
  'Plateau, Delta, Archipelago, Reef, Channel, Creek, Falls, Glacier, Hills, Heights, Canyon, Cape, Lagoon, Ridge, Rim',
  'Forest, Island, Islands, Lake, Region, Isthmus',
);

/** First words of places: "Lake Victoria", "Mount Sinai", "Gulf of Aden". */
export const LOCATION_STARTS = wordList('Lake, Mount, Mt., Gulf, Strait, Cape, Bay, Sea, Isle, River');

/** Last words of places that have a government. */
export const GOVERNED_HEADS = wordList(
  'County, City, Province, Oblast, District, Republic, Township, Prefecture, Governorate',
);

/** Last words of what people have built. */
export const FACILITY_HEADS = wordList(
  'Airport, Bridge, Stadium, Street, Avenue, Square, Palace, Hall, Tower, Towers, Station, Highway, Pipeline, Dam, Prison',
  'Cathedral, Mosque, Temple, Airfield, Boulevard, Road, Port, Park, Arena, Castle, Cemetery, Tunnel, Terminal, Zoo, Plaza',
  'Monument, Memorial, Reactor, Barracks, Shrine, Synagogue, Lighthouse',
);

/** Last words of what happens. */
export const EVENT_HEADS = wordList(
  'War, Wars, Olympics, Paralympics, Cup, Games, Championship, Championships, Festival, Revolution, Uprising, Massacre',
  'Holocaust, Grand Prix, Marathon, Open, Derby, Spring, Intifada, Crusades, Super Bowl, Eurovision, Expo, Ramadan',
  'Christmas, Easter, Thanksgiving, Hajj, Awards',
);

/** What happened, by its whole name. */
export const EVENTS = wordList(
  'World War I, World War II, First World War, Second World War, World War One, World War Two, Cold War, Vietnam War, Gulf War',
  'Olympics, Winter Olympics, Summer Olympics, Olympic Games, World Cup, Super Bowl, Holocaust, Arab Spring, Brexit, Hajj',
  'Oscars, Grammys, Eurovision, Ramadan, Christmas, Easter, Thanksgiving, Great Depression, Renaissance, Euromaidan, Maidan',
);

/** First words of storms. */
export const STORMS = wordList('Hurricane, Typhoon, Cyclone, Storm, Operation, Brexit');

/** Last words of laws and treaties. */
export const LAW_HEADS = wordList(
  'Act, Treaty, Constitution, Convention, Protocol, Amendment, Accord, Accords, Agreement',
);
