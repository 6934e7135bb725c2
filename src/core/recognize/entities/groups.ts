import { wordList } from './wordList';

/** Nations, peoples, faiths and parties that the language library's lists lack; plurals of both are found by rule. */
export const GROUPS = wordList(
  'Western, Arab, Jewish, Jew, Muslim, Islamic, Islamist, Christian, Catholic, Protestant, Orthodox, Buddhist, Hindu, Sikh',
  "Sunni, Shia, Shiite, Shi'ite, Kurd, Kurdish, Uighur, Uyghur, Rohingya, Tatar, Chechen, Turk, Turkish, Finn, Finnish",
  'Dane, Danish, Swedish, Pole, Polish, Spanish, Irish, English, British, Briton, Scot, Scots, French, Frenchman, Croatian',
  'Kosovar, Montenegrin, Moldovan, Moldavian, Cypriot, Maltese, Luxembourger, Belarusian, Soviet, Serb, Bosniak, Slovene',
  'Slovenian, Azerbaijani, Azeri, Kazakh, Uzbek, Tajik, Kyrgyz, Turkmen, Mongol, Pashtun, Hazara, Baloch, Punjabi, Tamil',
  'Sinhalese, Nepali, Nepalese, Bhutanese, Burmese, Maldivian, North Korean, South Korean, South African, Saudi Arabian',
  'Yemeni, Bahraini, Gabonese, Guinean, Malian, Mauritanian, Togolese, Beninese, Sudanese, South Sudanese, Somali, Eritrean',
  'Djiboutian, Burundian, Mozambican, Malawian, Tanzanian, Botswanan, Burkinabe, Burkinabé, Sierra Leonean, Equatoguinean',
  'Latin American, Latino, Hispanic, Costa Rican, Salvadoran, Salvadorean, Bahamian, Barbadian, Guyanese, Surinamese',
  'Uruguayan, New Zealander, Fijian, Papuan, Tongan, Republican, Democrat, Conservative, Communist, Nazi, Tory, Labour',
  'African American, African-American, Native American, Asian-American, Mexican-American, Indigenous, Aboriginal, Inuit',
  'Maori, Roma, Bedouin, Druze, Maronite, Coptic, Copt, Alawite, Yazidi, Zionist, Mormon, Hezbollahi, Tibetan, Manchu',
  'Catalan, Basque, Flemish, Walloon, Bavarian, Parisian, Londoner, Muscovite, New Yorker, Texan, Californian, Germanic',
  'Anglo-American, Anglo-Saxon, Slavic, Eurasian, Nordic, Scandinavian, Balkan, Palestinian, Syriac, Assyrian, Tuareg, Hutu',
  'Tutsi, Zulu, Yoruba, Hausa, Igbo, Fulani, Oromo, Amhara, Tigrayan, Anglican, Lutheran, Evangelical, Marxist, Maoist',
  'Bolshevik, Islamists, Baathist, Salafist, Wahhabi, Southern, Nigerien, Vietnamese, Japanese, Chinese, Marxist-Leninist',
);
