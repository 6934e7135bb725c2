/** Words that say what a name is, by where they stand in it; in lower case. */

/** Last words of waters, mountains and regions. */
export const LOCATION_HEADS = words(`
  sea ocean river mountains mountain peninsula strait straits gulf desert valley bay coast basin canal plateau delta
  archipelago reef channel creek falls glacier hills heights canyon cape lagoon ridge rim forest island islands lake region
  isthmus
`);

/** First words of places: "Lake Victoria", "Mount Sinai", "Gulf of Aden". */
export const LOCATION_STARTS = words('lake mount mt. gulf strait cape bay sea isle river');

/** Last words of what people have built. */
export const FACILITY_HEADS = words(`
  airport bridge stadium street avenue square palace hall tower towers station highway pipeline dam prison cathedral mosque
  temple airfield boulevard road port park arena castle cemetery tunnel terminal zoo plaza monument memorial reactor barracks
  shrine synagogue lighthouse
`);

/** Words behind a name that say it was built: "the Power of Siberia-2 pipeline". */
export const FACILITY_FOLLOWERS = words(
  'pipeline airport bridge stadium prison dam highway port station square reactor',
);

/** Last words of what only organizations are. */
export const ORGANIZATION_HEADS = words(`
  university college institute institution council agency ministry department bureau commission committee association
  organization organisation federation party alliance coalition corporation company corp corp. inc inc. ltd ltd. foundation
  group holdings academy authority society club center centre union army navy police bank news times post tribune herald
  gazette
`);

/** First words of storms and feasts. */
export const EVENT_STARTS = words('hurricane typhoon cyclone eid');

/** Offices whose holders are named behind them, in full: "US Secretary of State Antony Blinken". */
export const OFFICES = words('secretary minister undersecretary chancellor president premier');

/** Sides of the world that part a people: "South American", "Eastern European". */
export const SIDES = words('north south east west northern southern eastern western central');

/** Last words of what happens. */
export const EVENT_HEADS = words(`
  war wars olympics paralympics cup games championship championships festival revolution uprising massacre holocaust marathon
  open derby spring intifada crusades expo awards election elections
`);

/** Last words of laws and treaties. */
export const LAW_HEADS = words('act treaty constitution convention protocol amendment accord accords agreement');

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}
