"""Makes data-inclusion.json from the schema's own package: `pip install data-inclusion-schema==1.0.10`, then run this.

Only keys, bounds and lists are kept: no text of the package, and no key beyond its own is allowed.
"""

import json
from pathlib import Path

from data_inclusion.schema.v1 import Service, Structure

SAID = ("description", "examples", "title", "default")


def bare(value, names=False):
    if isinstance(value, dict):
        kept = value.items() if names else [(key, one) for key, one in value.items() if key not in SAID]
        return {key: bare(one, not names and key in ("properties", "$defs")) for key, one in kept}
    return [bare(one) for one in value] if isinstance(value, list) else value


schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$comment": "Keys, bounds and lists of data.inclusion v1, as PyPI data-inclusion-schema 1.0.10 states them "
    "(Licence Ouverte 2.0); made by tests/browser/schemas/refresh.py.",
    "type": "object",
    "required": ["structures", "services"],
    "additionalProperties": False,
    "properties": {},
}
definitions = {}
for name, model in (("structures", Structure), ("services", Service)):
    one = bare(model.model_json_schema())
    definitions.update(one.pop("$defs", {}))
    definitions[name] = {**one, "additionalProperties": False}
    schema["properties"][name] = {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}
schema["$defs"] = definitions
text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
Path(__file__).with_name("data-inclusion.json").write_text(text, encoding="utf-8")
