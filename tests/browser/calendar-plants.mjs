// A sound calendar and a sound feed, faults planted in copies of them, and the names that the judges must give to them.

const ENTRY = '9f0c1f52-6d8e-8b1a-9c3d-0a1b2c3d4e5f';
const OTHER = '2b7e1516-28ae-8d2a-abf7-158809cf4f3c';

const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//essai//juges//FR
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:bus@essai
DTSTAMP:20270301T000000Z
DTSTART;TZID=Europe/Paris:20270316T093000
DTEND;TZID=Europe/Paris:20270316T120000
RRULE:FREQ=WEEKLY;COUNT=4
EXDATE;TZID=Europe/Paris:20270323T093000
SUMMARY:Bus\\, thé et café
STATUS:CONFIRMED
END:VEVENT
BEGIN:VEVENT
UID:nuit@essai
DTSTAMP:20270301T000000Z
DTSTART;TZID=Europe/Paris:20270327T220000
DTEND;TZID=Europe/Paris:20270328T040000
SUMMARY:Annulé : Nuit
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:fete@essai
DTSTAMP:20270301T000000Z
DTSTART;VALUE=DATE:20270401
DTEND;VALUE=DATE:20270403
SUMMARY:Fête
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n');

/** The clock goes forward on the 28th: the bus comes one hour earlier by the sun, and the night is short. */
const DAYS = [
  ['2027-03-16T08:30:00Z', '2027-03-16T11:00:00Z', 'Bus, thé et café', false],
  ['2027-03-27T21:00:00Z', '2027-03-28T02:00:00Z', 'Annulé : Nuit', true],
  ['2027-03-30T07:30:00Z', '2027-03-30T10:00:00Z', 'Bus, thé et café', false],
  ['2027-04-01', '2027-04-03', 'Fête', false],
  ['2027-04-06T07:30:00Z', '2027-04-06T10:00:00Z', 'Bus, thé et café', false],
];

const FEED = `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Guide</title><id>urn:uuid:${OTHER}</id>
<updated>2027-03-01T00:00:00+00:00</updated><author><name>Essai</name></author>
<link href="page.html" rel="alternate" type="text/html"/>
<entry><title>Annulé : Thé &amp; café</title><id>urn:uuid:${ENTRY}</id><updated>2027-03-01T00:00:00+00:00</updated>
<link href="page.html" rel="alternate" type="text/html"/><content type="text">Mardi.</content></entry></feed>
`;

const NAMES = ['Thé & café'];

const both = (rule) => [`ical.js:${rule}`, `icalendar:${rule}`];
const swap = (from, to) => (text) => {
  if (!text.includes(from)) throw new Error(`nothing to plant in: ${from}`);
  return text.replaceAll(from, to);
};
const without = (line) => swap(`${line}\r\n`, '');
const cut = (text) => Buffer.from(text).toString('latin1').replace('th\u00c3', 'th\u00c3\r\n ');

/** `{path: {text, told, rules}}`; a file without `text` is not there, one without `told` is not expected. */
const planted = (sound, told, plants) =>
  Object.fromEntries(
    Object.entries(plants).map(([path, { plant = (text) => text, ...rest }]) => [
      path,
      { text: plant(sound), told, rules: [], encoding: 'utf8', ...rest },
    ]),
  );

export const CALENDARS = planted(CALENDAR, DAYS, {
  'saine.ics': {},
  'absente.ics': { text: undefined, rules: ['file-missing'] },
  'de-trop.ics': { told: undefined, rules: ['file-not-told'] },
  // Only who reads the zone in the file can see it; only who knows the zone by its name can see the next one.
  'decalage-faux.ics': { plant: swap('TZOFFSETTO:+0200', 'TZOFFSETTO:+0300'), rules: ['ical.js:added', 'ical.js:missing'] },
  'zone-fausse.ics': { plant: swap('Europe/Paris', 'America/Cayenne'), rules: ['icalendar:added', 'icalendar:missing'] },
  'bascule-fausse.ics': { plant: swap('BYMONTH=3;BYDAY=-1SU', 'BYMONTH=4;BYDAY=1SU'), rules: ['ical.js:added', 'ical.js:missing'] },
  'sans-zone.ics': {
    plant: (text) => text.replace(/BEGIN:VTIMEZONE.*END:VTIMEZONE\r\n/s, ''),
    rules: ['ical.js:added', 'ical.js:missing', 'not-one-timezone'],
  },
  'sans-exception.ics': { plant: without('EXDATE;TZID=Europe/Paris:20270323T093000'), rules: both('added') },
  'exception-a-cote.ics': { plant: swap('20270323T093000', '20270323T090000'), rules: both('added') },
  'une-de-moins.ics': { plant: swap('COUNT=4', 'COUNT=3'), rules: both('missing') },
  'en-double.ics': { plant: (text) => text.replace(/(BEGIN:VEVENT\r\nUID:fete.*?END:VEVENT\r\n)/s, (one) => one + one.replace('UID:fete', 'UID:autre')), rules: both('added') },
  'fin-fausse.ics': { plant: swap('VALUE=DATE:20270403', 'VALUE=DATE:20270402'), rules: [...both('added'), ...both('missing')] },
  'plus-annule.ics': { plant: swap('STATUS:CANCELLED', 'STATUS:CONFIRMED'), rules: [...both('added'), ...both('missing')] },
  'titre-perdu.ics': { plant: swap('Annulé : Nuit', 'Nuit'), rules: [...both('added'), ...both('missing')] },
  'virgule-nue.ics': { plant: swap('Bus\\, thé', 'Bus, thé'), rules: ['bare-separator'] },
  'lf-nu.ics': { plant: swap('UID:fete@essai\r\n', 'UID:fete@essai\n'), rules: ['line-end'] },
  'ligne-longue.ics': { plant: swap('UID:fete@essai', `UID:fete-${'a'.repeat(75)}@essai`), rules: ['line-too-long'] },
  // A parser that reads letters before lines finds two broken ones.
  'lettre-coupee.ics': { plant: cut, encoding: 'latin1', rules: ['letter-cut', ...both('added'), ...both('missing')] },
  'caractere-nu.ics': { plant: swap('UID:fete@essai', 'UID:fete\u0007@essai'), rules: ['control'] },
  'sans-nom.ics': { plant: without('UID:fete@essai'), rules: ['no-uid'] },
  // Two things of one name are one to some parsers.
  'nom-en-double.ics': { plant: swap('UID:fete@essai', 'UID:nuit@essai'), rules: ['icalendar:missing', 'uid-twice'] },
  'sans-estampille.ics': { plant: swap('DTSTAMP:20270301T000000Z\r\nDTSTART;VALUE', 'DTSTART;VALUE'), rules: ['no-dtstamp'] },
  'jamais-fermee.ics': { plant: without('END:VCALENDAR'), rules: both('not-read') },
});

export const FEEDS = planted(FEED, NAMES, {
  'saine.atom': {},
  'absente.atom': { text: undefined, rules: ['file-missing'] },
  'de-trop.atom': { told: undefined, rules: ['file-not-told'] },
  'esperluette-nue.atom': { plant: swap('&amp;', '&'), rules: ['feed-unsound'] },
  'caractere-nu.atom': { plant: swap('Mardi', 'Mar\u0007di'), rules: ['feed-unsound'] },
  'autre-format.atom': { plant: swap('http://www.w3.org/2005/Atom', 'http://purl.org/atom/ns#'), rules: ['feed-version'] },
  'sans-date.atom': { plant: swap('<updated>2027-03-01T00:00:00+00:00</updated><author>', '<author>'), rules: ['feed-date'] },
  'entree-perdue.atom': { plant: (text) => text.replace(/<entry>.*<\/entry>/s, ''), rules: ['feed-entries'] },
  'titre-autre.atom': { plant: swap('Thé &amp; café', 'Thé'), rules: ['feed-entries'] },
  'nom-en-adresse.atom': { plant: swap(`urn:uuid:${ENTRY}`, 'https://exemple.example/the'), rules: ['feed-id'] },
  'nom-en-double.atom': { plant: swap(ENTRY, OTHER), rules: ['feed-id-twice'] },
  'lien-mort.atom': { plant: swap('page.html', 'ailleurs.html'), rules: ['feed-link'] },
  'sans-lien.atom': { plant: (text) => text.replace(/<link[^>]*\/><content/, '<content'), rules: ['feed-link'] },
});
