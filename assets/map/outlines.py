#!/usr/bin/env python3
"""Makes outlines.bin from the npm package world-atlas. See README.md.

Needs nothing beyond Python; the same input gives the same bytes.
"""

import argparse
import json
import pathlib

HERE = pathlib.Path(__file__).resolve().parent

# Steps of the stored grid in one degree.
STEPS = 100

# Territories that ISO 3166-1 has no number for, with the code in common use.
UNNUMBERED = {"Kosovo": "XKX"}

NO_CODE = "---"


def degrees(topology):
    """The arcs as lists of (longitude, latitude) on the stored grid."""
    (scale_x, scale_y) = topology["transform"]["scale"]
    (shift_x, shift_y) = topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        (x, y, points) = (0, 0, [])
        for step_x, step_y in arc:
            (x, y) = (x + step_x, y + step_y)
            lon = max(-180.0, min(180.0, x * scale_x + shift_x))
            lat = max(-90.0, min(90.0, y * scale_y + shift_y))
            point = (round(lon * STEPS), round(lat * STEPS))
            # Ends stay, so that arcs meet; a point that rounding made equal goes.
            if not points or points[-1] != point:
                points.append(point)
        arcs.append(points if len(points) > 1 else points * 2)
    return arcs


def polygons(geometry):
    """Polygons of rings of arcs, whichever way the geometry keeps them."""
    if geometry["type"] == "Polygon":
        return [geometry["arcs"]]
    return geometry["arcs"]


def codes(path):
    """ISO 3166-1 numeric to alpha-3."""
    rows = json.loads(path.read_text(encoding="utf-8"))["3166-1"]
    return {row["numeric"]: row["alpha_3"] for row in rows}


def countries(topology, arcs, alpha3):
    """Code and polygons of each country, sorted; what rounding shrank to nothing is left out."""

    def has_area(ring):
        points = {point for arc in ring for point in arcs[~arc if arc < 0 else arc]}
        return len(points) > 2

    found = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        code = alpha3.get(geometry.get("id"), UNNUMBERED.get(name, NO_CODE))
        rings = [[ring for ring in polygon if has_area(ring)] for polygon in polygons(geometry)]
        rings = [polygon for polygon in rings if polygon]
        if rings:
            found.append((code, name, rings))
    found.sort(key=lambda country: country[:2])
    return [(code, rings) for (code, _, rings) in found]


def number(value):
    """An unsigned number, seven bits a byte, the lowest first."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def signed(value):
    """A signed number: 0, -1, 1, -2 become 0, 1, 2, 3."""
    return number(value << 1 if value >= 0 else (-value << 1) - 1)


def packed(arcs, found):
    """The file; its form is described in README.md."""
    used = sorted({~arc if arc < 0 else arc for (_, polygons) in found for polygon in polygons for ring in polygon for arc in ring})
    place = {arc: at for (at, arc) in enumerate(used)}
    out = bytearray(b"BXMAP1")
    out += number(len(used))
    for arc in used:
        out += number(len(arcs[arc]))
        (x, y) = (0, 0)
        for next_x, next_y in arcs[arc]:
            out += signed(next_x - x) + signed(next_y - y)
            (x, y) = (next_x, next_y)
    out += number(len(found))
    for code, polygons in found:
        out += code.encode("ascii") + number(len(polygons))
        for polygon in polygons:
            out += number(len(polygon))
            for ring in polygon:
                out += number(len(ring))
                for arc in ring:
                    out += signed(~place[~arc] if arc < 0 else place[arc])
    return bytes(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("topology", type=pathlib.Path, help="countries-50m.json of world-atlas")
    parser.add_argument("--codes", type=pathlib.Path, default="/usr/share/iso-codes/json/iso_3166-1.json", help="ISO 3166-1 as Debian's iso-codes has it")
    options = parser.parse_args()
    topology = json.loads(options.topology.read_text(encoding="utf-8"))
    arcs = degrees(topology)
    file = packed(arcs, countries(topology, arcs, codes(options.codes)))
    (HERE / "outlines.bin").write_bytes(file)
    print(f"outlines.bin: {len(file)} bytes")


if __name__ == "__main__":
    main()
