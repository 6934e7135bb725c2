const KNOWN = new Set(
  (
    'AAP|AFP|Agence France-Presse|Al Jazeera|ANI|ANSA|AP|APA|Associated Press|BBC|Bloomberg|Caixin|CNN|DPA|EFE|Interfax|' +
    'IANS|IRNA|KCNA|Kyodo|NHK|NPR|PA|PAP|PTI|RIA|RFE/RL|RFI|Reuters|SANA|TASS|Ukrinform|UPI|VOA|Voice of America|' +
    'Xinhua|Yonhap'
  )
    .toLowerCase()
    .split('|'),
);
const ORGANIZATION =
  /\b(?:News|Agency|Times|Post|Press|Service|Journal|Herald|Tribune|Guardian|Telegraph|Media|Network|Radio|TV|Desk)$/;

/** Whether the name is a publisher's and not a person's: a known agency or a name such as “… Times”, “… Service”. */
export function isPublisher(name: string): boolean {
  const bare = name
    .trim()
    .replace(/^the\s/i, '')
    .replace(/\sstaff$/i, '')
    .toLowerCase();
  if (KNOWN.has(bare) || bare.split(/['’]s?\s/).some((part) => KNOWN.has(part))) return true;
  return ORGANIZATION.test(name.trim());
}
