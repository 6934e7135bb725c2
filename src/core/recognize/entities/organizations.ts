import { wordList } from './wordList';

/** Words that make a name an organization's, as its last word, or before "of" and "for". */
export const ORGANIZATION_HEADS = wordList(
  'University, College, School, Academy, Institute, Institution, Council, Agency, Ministry, Department, Bureau, Office',
  'Commission, Committee, Association, Organization, Organisation, Union, Federation, League, Party, Alliance, Coalition',
  'Front, Movement, Army, Navy, Police, Force, Forces, Corps, Guard, Guards, Command, Bank, Fund, Foundation, Center, Centre',
  'Corporation, Corp, Corp., Company, Co., Inc, Inc., Ltd, Ltd., LLC, PLC, Group, Holdings, Industries, Airlines, Airways',
  'Motors, Records, Pictures, Entertainment, Studios, Technologies, Systems, Laboratories, Laboratory, Times, Post, News',
  'Journal, Herald, Tribune, Gazette, Guardian, Telegraph, Daily, Weekly, Magazine, Press, Radio, Television, Network, Media',
  'Broadcasting, Court, Parliament, Congress, Senate, Assembly, House, Cabinet, Government, Administration, Authority',
  'Board, Service, Services, Society, Club, Team, FC, United FC, Hospital, Clinic, Church, Museum, Library, Orchestra',
  'Brigade, Brigades, Battalion, Division, Regiment, Directorate, Secretariat, Treasury, Exchange, Brotherhood, Resistance',
  'Initiative, Trust, Project, Program, Programme, Partners, Associates, Consulting, Capital, Energy, Oil, Petroleum, Gas, Chamber, Confederation',
  'Syndicate, Consortium, Mission, Observatory, Panel, Tribunal, Watch, Reserve, Rangers, Giants, Yankees, Lions, Tigers',
  'Survey, Registry, Conference, Star, Mirror, Chronicle, Globe, Review, Taliban, Inquirer, Patrol, State Department',
);

/** Organizations, media and parties by name. */
export const ORGANIZATIONS = wordList(
  'EU, E.U., UN, U.N., NATO, OPEC, ASEAN, IMF, WTO, WHO, IAEA, ICC, OSCE, OECD, BRICS, G7, G8, G20, G-7, G-8, G-20, AU',
  'FBI, CIA, NSA, KGB, FSB, SVR, GRU, MI5, MI6, NASA, FDA, CDC, EPA, SEC, FEMA, IRS, DHS, TSA, UNESCO, UNICEF, UNHCR, WFP',
  'BBC, CNN, CBS, NBC, ABC, NPR, PBS, VOA, RFE/RL, RT, AP, AFP, UPI, TASS, RIA Novosti, Interfax, Xinhua, IRNA, Reuters',
  'Associated Press, Agence France-Presse, Al Jazeera, Al-Jazeera, Al Arabiya, Deutsche Welle, Der Spiegel, Le Monde',
  'Bloomberg, Financial Times, Washington Post, New York Times, Wall Street Journal, Guardian, Economist, Kommersant',
  'Kremlin, Pentagon, White House, Capitol Hill, State Department, Treasury, Congress, Senate, House of Representatives',
  'House of Commons, House of Lords, Downing Street, Whitehall, Bundestag, Knesset, Duma, State Duma, Rada, Verkhovna Rada',
  'Sejm, Politburo, Supreme Court, European Union, European Commission, European Parliament, European Council, United Nations',
  'Security Council, General Assembly, African Union, Arab League, World Bank, World Trade Organization, Red Cross, Red Crescent',
  'International Committee of the Red Cross, Amnesty International, Human Rights Watch, Greenpeace, Oxfam, Interpol, Europol',
  'Hamas, Hezbollah, Hizbollah, Hizballah, Taliban, Al-Qaeda, al-Qaida, al-Qaeda, Al Qaeda, Islamic State, ISIS, ISIL, IS',
  'Boko Haram, Al-Shabab, al-Shabab, al-Shabaab, Fatah, PLO, PKK, YPG, FARC, IRA, Sinn Fein, Houthis, Wagner, Wagner Group',
  'Wagner PMC, Muslim Brotherhood, Haqqani Network, Gazprom, Rosneft, Lukoil, Rosatom, Sberbank, Huawei, ZTE, Tencent, Alibaba',
  'Google, Apple, Microsoft, Amazon, Facebook, Meta, Twitter, X Corp, Tesla, SpaceX, OpenAI, TikTok, ByteDance, YouTube, Uber',
  'Boeing, Airbus, Lockheed Martin, Raytheon, Shell, BP, ExxonMobil, Chevron, TotalEnergies, Toyota, Samsung, Sony, IBM, Intel',
  'Taleban, Islamic Jihad, Hizb ut-Tahrir, Lashkar-e-Taiba, Jaish-e-Mohammed, Janjaweed, Palestinian Authority, Merck, Pfizer',
  'Chrysler, Nestle, Nokia, Ericsson, Siemens, Volkswagen, Nissan, Honda, Citigroup, Goldman Sachs, Morgan Stanley, Moderna',
  'AstraZeneca, Novartis, Roche, Bayer, Yukos, Nord Stream AG, Naftogaz, Aeroflot, Foxconn, Nvidia, Netflix, Disney, Walmart',
  'FIFA, UEFA, IOC, NBA, NFL, NHL, MLB, Labour Party, Conservative Party, Likud, BJP, Communist Party, Republican Party',
  'Democratic Party, Brookings, Brookings Institution, RAND, Carnegie China, Chatham House, Doctors Without Borders, Nasdaq',
  'Wall Street, Federal Reserve, Fed, Wikinews, Wikipedia, WikiLeaks, Rappler, Meduza, Novaya Gazeta, RIA, ITAR-TASS, ISAF',
  'IDF, PKK, SDF, UNAMA, UNRWA, AFL-CIO, NAACP, ACLU, NRA, PTI, PML-N, ANC, ZANU-PF, MDC, ETA, LTTE, SPD, CDU, AfD, Fidesz',
);

/** Capital letters that are no name. */
export const NO_NAMES = wordList(
  'CEO, CFO, COO, CTO, TV, PM, AM, A.M., P.M., GMT, UTC, EST, EDT, PST, PDT, CET, GDP, GNP, DNA, RNA, HIV, AIDS, COVID, OK',
  'ID, IT, AI, PR, VIP, SUV, PC, CD, DVD, USB, GPS, NGO, NGOs, MP, MPs, MEP, MEPs, II, III, IV, VI, VII, VIII, IX, XI, XII',
  'HIV/AIDS, SARS, FAQ, URL, HTML, PDF, UFO, LGBT, LGBTQ, PhD, BA, MA, MD, QC, IED, IEDs, POW, WMD, CCTV, SMS, SIM, ATM, IPO',
  'TRUE, FALSE, Olympic, Internet, Web, Islam, Christianity, Judaism, Buddhism, Hinduism, God, Koran, Quran, Bible, IQ, Image',
  'AD, BC, BCE, CE, RIP, FYI, Q, A, I, O, P, No, Nos, PMC, ICBM, UAV, UAVs, IDPs, IDP, VAT, R&D, AFAIK, S.A.',
);
