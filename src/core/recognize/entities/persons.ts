import { wordList } from './wordList';

/** Titles and roles that stand before a person's name and are no part of it. */
export const TITLES = wordList(
  'President, Vice President, Prime Minister, Deputy Prime Minister, Premier, Chancellor, Minister, Secretary, Senator',
  'Secretary of State, Secretary of Defense, Secretary-General, Secretary General, Attorney General, Governor, Mayor, King',
  'Queen, Prince, Princess, Pope, Emperor, Sultan, Sheikh, Sheik, Emir, Ayatollah, Prophet, Imam, Mullah, Rabbi, Reverend, Rev',
  'Bishop, Archbishop, Cardinal, Father, Sister, Brother, Dr, Mr, Mrs, Ms, Miss, Sir, Lord, Lady, Dame, Professor, Prof',
  'General, Gen, Lieutenant, Lt, Colonel, Col, Major, Maj, Captain, Capt, Sergeant, Sgt, Admiral, Adm, Marshal, Commander',
  'Brigadier, Corporal, Private, Judge, Justice, Chief Justice, Sheriff, Detective, Inspector, Officer, Ambassador, Envoy',
  'Representative, Rep, Sen, Gov, Congressman, Congresswoman, Chairman, Chairwoman, Chair, Director, Chief, Chief Executive',
  'Spokesman, Spokeswoman, Spokesperson, Speaker, Leader, Coach, Analyst, Commissioner, Chancellor, Counselor, Counsellor',
  'Foreign Minister, Defense Minister, Defence Minister, Interior Minister, Finance Minister, Justice Minister, Supreme Leader',
  'First Lady, Crown Prince, Pvt, Pres, Deputy, Undersecretary, Special Envoy, Coordinator, Administrator, Editor, Author',
  'Foreign Secretary, Defense Secretary, Treasury Secretary, Home Secretary, Press Secretary, National Security Adviser',
  'National Security Advisor, Adviser, Advisor, Member, Lawmaker, Actor, Actress, Singer, Writer, Candidate, Opposition Leader',
);

/** Small words within a person's name. */
export const PARTICLES = wordList(
  'de, van, von, bin, ibn, al, el, da, dos, der, den, du, la, le, di, del, ben, bint, ul, abu, ter',
);

/** Verbs that people do: who is the subject is a person, or speaks like one. */
export const PERSON_VERBS = wordList(
  'said, says, told, tells, added, adds, wrote, writes, asked, replied, explained, argued, insisted, claimed, acknowledged',
  'stated, noted, warned, tweeted, testified, admitted, recalled, thinks, believes, hailed, resigned, died, born, who, whose',
  'himself, herself, smiled, laughed, married, agreed, denied, pleaded, appeared, met, spoke, vowed, urged, confirmed',
);

/** Lower-case roles right before a name: "leader Kim Jong Un", "economist Andrei Belousov". */
export const ROLES = wordList(
  'leader, president, minister, premier, chancellor, senator, governor, mayor, spokesman, spokeswoman, spokesperson, director',
  'chairman, chief, analyst, expert, economist, technocrat, lawyer, activist, journalist, author, actor, actress, singer',
  'commander, general, ambassador, envoy, professor, doctor, researcher, lawmaker, candidate, executive, founder, owner, coach',
  'player, captain, boss, secretary, judge, prosecutor, officer, adviser, advisor, officials, official, dissident, billionaire',
  'writer, reporter, correspondent, photographer, filmmaker, politician, negotiator, oligarch, king, queen, prince, pope, named',
  'wife, husband, son, daughter, brother, sister, father, mother, ally, rival, predecessor, successor, counterpart, attorney',
);
