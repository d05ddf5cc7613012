"""What the schema of sitemaps.org says of the sitemaps of a folder: `sitemaps.py SCHEMA FOLDER` prints {path: [faults]} as JSON.

The schema knows lists of pages; of a list of parts, the parts are judged.
"""

import json
import sys
from pathlib import Path

import xmlschema


def main(schema, folder):
    known = xmlschema.XMLSchema(schema)
    root = Path(folder)
    found = {}
    for path in sorted(root.rglob("sitemap*.xml")):
        if b"<sitemapindex " in path.read_bytes()[:200]:
            continue
        found[path.relative_to(root).as_posix()] = [str(fault.reason) for fault in known.iter_errors(str(path))]
    print(json.dumps(found))


main(*sys.argv[1:])
