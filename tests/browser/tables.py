"""Reads every table below a folder with a parser that is not ours: `tables.py FOLDER` prints `{path: [{column: cell}…]}`.

A table that cannot be read has `{"error": …}`: strict quotes, one number of cells a line, UTF-8.
"""

import csv
import json
import sys
from pathlib import Path


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file, strict=True)
    uneven = [line for line in lines if len(line) != len(header)]
    if uneven:
        raise ValueError(f"{len(uneven[0])} cells under {len(header)} columns: {uneven[0]}")
    return [dict(zip(header, line)) for line in lines]


def read(path):
    try:
        return rows_of(path)
    except (ValueError, csv.Error) as error:
        return {"error": str(error)}


folder = Path(sys.argv[1])
print(json.dumps({path.relative_to(folder).as_posix(): read(path) for path in sorted(folder.rglob("*.csv"))}))
