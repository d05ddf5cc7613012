"""What the released program is made of, as CycloneDX 1.6: every crate linked into it, with version, licence, checksum and needs.

    python3 tests/supply/sbom.py TARGET > jalon.cdx.json    writes it for a platform, from Cargo.lock alone
    python3 tests/supply/sbom.py --judge TARGET FILE        holds it against the schema, and against cargo's own tree

Same lock file and platform, same bytes: no date, no serial number.
"""

import importlib.util
import json
import pathlib
import subprocess
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]


def cargo(*arguments):
    return subprocess.run(["cargo", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def tree(target):
    """Name and version of all that cargo links, feature by feature: what only builds or tests is left out."""
    lines = cargo("tree", "--locked", "--target", target, "--edges", "normal", "--prefix", "none", "--format", "{p}").splitlines()
    return {(line.split(" ")[0], line.split(" ")[1].removeprefix("v")) for line in lines if line}


def linked(metadata, packages, target):
    """Ids of the crates that are linked, by what each needs. The metadata alone would tell more: it counts the features that
    only tests ask for."""
    told = tree(target)
    kept = {one for one, package in packages.items() if (package["name"], package["version"]) in told}
    needs = {}
    for node in metadata["resolve"]["nodes"]:
        normal = [need["pkg"] for need in node["deps"] if any(kind["kind"] is None for kind in need["dep_kinds"])]
        if node["id"] in kept:
            needs[node["id"]] = sorted(set(normal) & kept)
    return needs


def component(package, checksums):
    name, version = package["name"], package["version"]
    about = {
        "type": "library",
        "bom-ref": f"pkg:cargo/{name}@{version}",
        "name": name,
        "version": version,
        "purl": f"pkg:cargo/{name}@{version}",
    }
    if package["license"]:
        # Older crates write a stroke where SPDX writes OR.
        about["licenses"] = [{"expression": package["license"].replace("/", " OR ").replace("  ", " ")}]
    if checksum := checksums.get((name, version)):
        about["hashes"] = [{"alg": "SHA-256", "content": checksum}]
    return about


def bill(target):
    metadata = json.loads(cargo("metadata", "--locked", "--format-version", "1", "--filter-platform", target))
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text())
    checksums = {(one["name"], one["version"]): one.get("checksum") for one in lock["package"]}
    packages = {package["id"]: package for package in metadata["packages"]}
    needs = linked(metadata, packages, target)
    known = {one: component(packages[one], checksums) for one in needs}
    program = known.pop(metadata["resolve"]["root"])
    ref = {one: f"pkg:cargo/{packages[one]['name']}@{packages[one]['version']}" for one in needs}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {**program, "type": "application"},
            "properties": [{"name": "cargo:target", "value": target}],
        },
        "components": sorted(known.values(), key=lambda one: one["bom-ref"]),
        "dependencies": sorted(
            ({"ref": ref[one], "dependsOn": sorted(ref[need] for need in needs[one])} for one in needs),
            key=lambda one: one["ref"],
        ),
    }


def against_schema(bom):
    import jsonschema

    # The package is not loaded, which would need others: only its schemas are read.
    home = pathlib.Path(importlib.util.find_spec("cyclonedx").submodule_search_locations[0]) / "schema" / "_res"
    schemas = {path.name: json.loads(path.read_text()) for path in home.glob("*.schema.json")}
    schema = schemas["bom-1.6.SNAPSHOT.schema.json"]
    store = {each["$id"]: each for each in schemas.values() if "$id" in each}
    for name, each in schemas.items():
        store["http://cyclonedx.org/schema/" + name.replace(".SNAPSHOT", "")] = each
    resolver = jsonschema.RefResolver.from_schema(schema, store=store)
    errors = jsonschema.Draft7Validator(schema, resolver=resolver).iter_errors(bom)
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in errors]


def against_cargo(bom, target):
    """What cargo itself says it links, feature by feature."""
    told = tree(target)
    whole = [bom["metadata"]["component"], *bom["components"]]
    listed = {(one["name"], one["version"]) for one in whole}
    faults = [f"{name} {version}: linked, not listed" for name, version in sorted(told - listed)]
    faults += [f"{name} {version}: listed, not linked" for name, version in sorted(listed - told)]
    faults += [f"{one['name']}: no checksum" for one in bom["components"] if "hashes" not in one]
    return faults + [f"{one['name']}: no licence" for one in whole if "licenses" not in one]


def judge(target, path):
    bom = json.loads(pathlib.Path(path).read_text())
    faults = against_schema(bom) + against_cargo(bom, target)
    print(*faults, sep="\n", end="\n" if faults else "")
    # A judge that never finds fault proves nothing: a crate that goes, and a word that the schema does not know.
    planted = {**bom, "components": bom["components"][1:], "inconnu": 1}
    heard = against_schema(planted) and against_cargo(planted, target)
    print(f"{len(bom['components'])} crates, {len(faults)} faults" + ("" if heard else "; planted faults were not heard"))
    return 0 if heard and not faults else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--judge"]:
        sys.exit(judge(*sys.argv[2:]))
    print(json.dumps(bill(sys.argv[1]), indent=1, ensure_ascii=False))
