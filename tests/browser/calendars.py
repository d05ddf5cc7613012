"""Reads every calendar file and feed below a folder with parsers that are not ours, and says what they hold.

`calendars.py FOLDER` prints JSON: `{"days": {path: {"events": [[from, to, title, cancelled]…]}}, "feeds": {path: …}}`,
a file that cannot be read having `{"error": …}`. Hours are those of the database of time zones of Python: what the file
itself says of its zone is not looked at.
"""

import json
import sys
from datetime import date, datetime, timezone
from pathlib import Path

import feedparser
import icalendar
import recurring_ical_events

FIRST, LAST = date(2020, 1, 1), date(2040, 1, 1)


def moment(value):
    """An instant in UTC, or a whole day."""
    if isinstance(value, datetime):
        return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat()


def days_of(path):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    broken = [str(error) for part in calendar.walk() for error in part.errors]
    if broken:
        raise ValueError("; ".join(broken))
    events = recurring_ical_events.of(calendar).between(FIRST, LAST)
    return {"events": [line_of(event) for event in events]}


def line_of(event):
    cancelled = event.get("STATUS") == "CANCELLED"
    return [moment(event.start), moment(event.end), str(event.get("SUMMARY", "")), cancelled]


def feed_of(path):
    # What it finds is given as written: judges of pages look at addresses and markup themselves.
    feed = feedparser.parse(path.read_bytes(), resolve_relative_uris=False, sanitize_html=False)
    entries = [
        {"id": one.get("id", ""), "title": one.get("title", ""), "links": links_of(one)}
        for one in feed.entries
    ]
    return {
        "bozo": str(feed.get("bozo_exception", "")) if feed.bozo else "",
        "version": feed.version,
        "id": feed.feed.get("id", ""),
        "updated": feed.feed.get("updated", ""),
        "links": links_of(feed.feed),
        "entries": entries,
    }


def links_of(part):
    return [link.href for link in part.get("links", []) if link.get("rel") == "alternate"]


def all_of(folder, pattern, read):
    found = {}
    for path in sorted(folder.rglob(pattern)):
        try:
            said = read(path)
        except Exception as error:  # whatever a parser does not bear is a fault of the file
            said = {"error": f"{type(error).__name__}: {error}"}
        found[path.relative_to(folder).as_posix()] = said
    return found


def main(folder):
    said = {"days": all_of(folder, "*.ics", days_of), "feeds": all_of(folder, "*.atom", feed_of)}
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
