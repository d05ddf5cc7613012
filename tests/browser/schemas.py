"""Where each case breaks its schema, by PyPI jsonschema: `schemas.py SCHEMAS_DIR CASES.json` writes a list of lists."""

import json
import pathlib
import sys

import jsonschema


def places(error):
    """The place of an error, and those of the alternatives that were tried below it."""
    yield "".join(f"/{part}" for part in error.absolute_path)
    for inner in error.context:
        yield from places(inner)


folder, cases = sys.argv[1:]
validators = {}
for path in sorted(pathlib.Path(folder).glob("*.json")):
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validators[path.stem] = jsonschema.Draft7Validator(schema)
with open(cases, encoding="utf-8") as file:
    found = [
        [place for error in validators[case["kind"]].iter_errors(case["value"]) for place in places(error)]
        for case in json.load(file)
    ]
json.dump(found, sys.stdout)
