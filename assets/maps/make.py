#!/usr/bin/env python3
"""Makes a map of an exhibit from GeoJSON: assets/maps/NAME.yaml, which panels name as their `region`, and the pictures in
assets/maps/NAME/ beside it. Python 3 alone is needed.

    make.py south-america countries.geojson --areas argentina,bolivia,... --bounds -82,-56.5,-34,13.5

What is read of the GeoJSON (degrees, as GeoJSON has them; longitude first):

- Polygons and MultiPolygons that --areas names become areas, which panels fill and fingers touch. An area's id is its property --key in
  small letters, "Viña del Mar" as "vina-del-mar"; "france=french-guiana" in --areas gives it another.
- Whatever has a property "layer" is drawn into the picture of the --layer of that name: lines as lines, polygons filled.

The map is drawn in Lambert's azimuthal equal-area projection about its middle, which serves a town as well as a continent; its units, its
middle and its box stand in NAME.yaml, and with them the program finds the place of any latitude and longitude. Borders that areas share are
simplified as one line, so that no gap opens between neighbours.
"""
import argparse
import json
import math
import os
import sys
import unicodedata

SIDE = 2000  # units of a map's longer side
STYLE = 'fill="none" stroke="#000" stroke-linejoin="round" stroke-linecap="round"'


class Projection:
    def __init__(self, middle, units):
        self.middle, self.units = middle, units

    def at(self, longitude, latitude):
        a, b, c = math.radians(latitude), math.radians(longitude - self.middle[1]), math.radians(self.middle[0])
        k = self.units * math.sqrt(2 / (1 + math.sin(c) * math.sin(a) + math.cos(c) * math.cos(a) * math.cos(b)))
        return k * math.cos(a) * math.sin(b), -k * (math.cos(c) * math.sin(a) - math.sin(c) * math.cos(a) * math.cos(b))

    def back(self, x, y):
        """Latitude and longitude of a point of the map."""
        x, y, c = x / self.units, -y / self.units, math.radians(self.middle[0])
        far = math.hypot(x, y)
        if far == 0:
            return self.middle
        e = 2 * math.asin(min(1, far / 2))
        latitude = math.asin(math.cos(e) * math.sin(c) + y * math.sin(e) * math.cos(c) / far)
        longitude = math.atan2(x * math.sin(e), far * math.cos(c) * math.cos(e) - y * math.sin(c) * math.sin(e))
        return math.degrees(latitude), self.middle[1] + math.degrees(longitude)


# ---- what is read ----

def slug(text):
    plain = unicodedata.normalize("NFD", str(text)).encode("ascii", "ignore").decode().lower()
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split())


def parts(geometry, kind):
    """The coordinates of each polygon, or of each line, of a geometry."""
    if geometry is None:
        return []
    if geometry["type"] == "GeometryCollection":
        return [part for one in geometry["geometries"] for part in parts(one, kind)]
    if geometry["type"] == "Multi" + kind:
        return geometry["coordinates"]
    return [geometry["coordinates"]] if geometry["type"] == kind else []


def features_of(paths):
    for path in paths:
        try:
            with open(path, encoding="utf-8") as file:
                data = json.load(file)
        except (OSError, ValueError) as error:
            sys.exit(f"{path}: this is no GeoJSON ({error})")
        if data.get("type") != "FeatureCollection":
            sys.exit(f"{path}: this is no GeoJSON with features (FeatureCollection); convert it first")
        yield from data["features"]


def is_near(points, bounds):
    west, south, east, north = bounds
    return any(west <= p[0] <= east and south <= p[1] <= north for p in points)


def plain(points):
    """Pairs, each once: some files have heights, or points that stand twice."""
    kept = []
    for p in points:
        pair = (round(p[0], 6), round(p[1], 6))
        if not kept or kept[-1] != pair:
            kept.append(pair)
    return kept


class Ground:
    """rings: of each area, in degrees, without the point that closes them. layers: of each, lines (closed ones: polygons)."""

    def __init__(self, options):
        named = dict(pair.split("=", 1) if "=" in pair else (pair, pair) for pair in options.areas.split(",") if pair)
        self.rings = {name: [] for name in named.values()}
        self.layers = {layer.id: [] for layer in options.layer}
        for feature in features_of(options.geojson):
            properties = feature.get("properties") or {}
            name = named.get(slug(properties.get(options.key, feature.get("id", ""))))
            layer, geometry = properties.get("layer"), feature.get("geometry")
            if layer in self.layers:
                self.layers[layer] += [(plain(line), False) for line in parts(geometry, "LineString")]
                self.layers[layer] += [(plain(ring), True) for polygon in parts(geometry, "Polygon") for ring in polygon]
            elif name:
                rings = [plain(ring) for polygon in parts(geometry, "Polygon") for ring in polygon]
                self.rings[name] += [ring[:-1] if ring[0] == ring[-1] else ring for ring in rings if is_near(ring, options.bounds)]
        for name, found in list(self.rings.items()) + list(self.layers.items()):
            if not found:
                sys.exit(f"there is nothing in these files, or within these bounds, for \"{name}\"")

    def points(self):
        return [p for rings in self.rings.values() for ring in rings for p in ring] + [
            p for lines in self.layers.values() for line, _ in lines for p in line]


# ---- simpler lines ----

def simplified(points, tolerance):
    """Douglas and Peucker."""
    keep, parts_left = {0, len(points) - 1}, [(0, len(points) - 1)]
    while parts_left:
        first, last = parts_left.pop()
        (x0, y0), (x1, y1) = points[first], points[last]
        length = math.hypot(x1 - x0, y1 - y0)
        far, at = tolerance, 0
        for i in range(first + 1, last):
            x, y = points[i]
            d = abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / length if length else math.hypot(x - x0, y - y0)
            if d > far:
                far, at = d, i
        if at:
            keep.add(at)
            parts_left += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def simplified_ring(points, tolerance):
    """A closed line, its first point last again: in two halves."""
    half = max(range(len(points)), key=lambda i: math.dist(points[i], points[0]))
    return simplified(points[:half + 1], tolerance)[:-1] + simplified(points[half:], tolerance)


def area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1])) / 2


class Borders:
    """Rings as the arcs they are made of: an arc lies between two places where areas part, and is simplified once."""

    def __init__(self, rings_of, least_area, tolerance):
        self.neighbours, self.arcs, self.uses, self.tolerance = {}, {}, {}, tolerance
        rings_of = {name: [ring for ring in rings if len(ring) > 2 and abs(area(ring)) >= least_area] for name, rings in rings_of.items()}
        for rings in rings_of.values():
            for ring in rings:
                for before, at, after in zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1]):
                    self.neighbours.setdefault(at, set()).add(frozenset((before, after)))
        self.rings = {name: [r for r in (self.simplify(ring) for ring in rings) if len(r) > 2] for name, rings in rings_of.items()}

    def arc(self, points):
        key = min(tuple(points), tuple(points[::-1]))
        self.uses[key] = self.uses.get(key, 0) + 1
        if key not in self.arcs:
            closed = key[0] == key[-1]
            self.arcs[key] = (simplified_ring if closed else simplified)(list(key), self.tolerance)
        line = self.arcs[key]
        return line if key == tuple(points) else line[::-1]

    def simplify(self, ring):
        cuts = [i for i, p in enumerate(ring) if len(self.neighbours[p]) > 1]
        if not cuts:  # an island, or a hole that an area fills: begun at the same point both times
            first = ring.index(min(ring))
            return self.arc(ring[first:] + ring[:first + 1])[:-1]
        ring, result = ring[cuts[0]:] + ring[:cuts[0] + 1], []
        cuts = [i - cuts[0] for i in cuts] + [len(ring) - 1]
        for first, last in zip(cuts, cuts[1:]):
            result += self.arc(ring[first:last + 1])[:-1]
        return result

    def lines(self, count):
        """Arcs that bound one area (coasts), or two (borders)."""
        return [self.arcs[key] for key in sorted(self.arcs) if self.uses[key] == count]


# ---- what is written ----

def box_of(points, around=0):
    xs, ys = zip(*points)
    left, top = math.floor(min(xs)) - around, math.floor(min(ys)) - around
    return left, top, math.ceil(max(xs)) + around - left, math.ceil(max(ys)) + around - top


def common(a, b):
    left, top = max(a[0], b[0]), max(a[1], b[1])
    return left, top, min(a[0] + a[2], b[0] + b[2]) - left, min(a[1] + a[3], b[1] + b[3]) - top


def path(points, closed):
    whole = [(round(x), round(y)) for x, y in points]
    text = [f"{x} {y}" for i, (x, y) in enumerate(whole) if i == 0 or (x, y) != whole[i - 1]]
    return "M" + "L".join(text) + ("Z" if closed else "")


def svg(file, box, body):
    with open(file, "w", encoding="utf-8") as out:
        out.write('<svg xmlns="http://www.w3.org/2000/svg" viewBox="%d %d %d %d">%s</svg>\n' % (*box, body))


def inside(ring, x, y):
    odd = False
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1]):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            odd = not odd
    return odd


def from_edge(ring, x, y):
    least = math.inf
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1]):
        length = (x1 - x0) ** 2 + (y1 - y0) ** 2
        t = 0 if length == 0 else min(1, max(0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length))
        least = min(least, math.hypot(x - x0 - t * (x1 - x0), y - y0 - t * (y1 - y0)))
    return least


def heart(rings):
    """The point of the largest ring that is farthest from its edge: there a label's line leads."""
    ring = max(rings, key=lambda r: abs(area(r)))
    x, y, w, h = box_of(ring)
    points = [(x + w * (i + 0.5) / 30, y + h * (j + 0.5) / 30) for i in range(30) for j in range(30)]
    return max([p for p in points if inside(ring, *p)] or [ring[0]], key=lambda p: from_edge(ring, *p))


def write(options, ground, projection, limits):
    units = {name: [[projection.at(*p) for p in ring] for ring in rings] for name, rings in ground.rings.items()}
    borders = Borders(units, options.least, options.tolerance)
    for name, rings in borders.rings.items():
        if not rings:
            sys.exit(f"nothing is left of \"{name}\" at this size; make --least or --tolerance smaller")
    lines = {name: [([projection.at(*p) for p in line], closed) for line, closed in found] for name, found in ground.layers.items()}
    drawn = [p for rings in borders.rings.values() for ring in rings for p in ring] + [p for all in lines.values() for l, _ in all for p in l]
    box = common(box_of(drawn, math.ceil(options.stroke)), limits)
    folder = os.path.join(options.output, options.name)
    os.makedirs(folder, exist_ok=True)
    yaml = [f"# Made by make.py (which says how), from: {options.source or 'own drawing'}", f'source: "{options.source}"',
            "middle: [%.6g, %.6g]" % projection.middle, "units: %.6g" % projection.units, "box: [%d, %d, %d, %d]" % box]
    if borders.rings:
        yaml.append("areas:")
    for name, rings in sorted(borders.rings.items()):
        shape = "".join(path(ring, True) for ring in rings)
        place = projection.back(*heart(rings))
        side = "right" if name in options.right.split(",") else "left" if name in options.left.split(",") else ""
        yaml += [f"  - id: {name}", "    at: [%.4f, %.4f]" % place] + ([f"    side: {side}"] if side else []) + [f'    shape: "{shape}"']
        whole = [(round(x), round(y)) for ring in rings for x, y in ring]
        svg(os.path.join(folder, name + ".svg"), common(box_of(whole), box), f'<path fill-rule="evenodd" d="{shape}"/>')
    yaml.append("layers:")
    for layer in options.layer:
        filled = "".join(path(line, True) for line, closed in lines[layer.id] if closed)
        drawn = "".join(path(simplified(line, options.tolerance), False) for line, closed in lines[layer.id] if not closed)
        body = f'<path fill-rule="evenodd" d="{filled}"/>' if filled else ""
        body += f'<path {STYLE} stroke-width="{layer.width:g}"{layer.dash} d="{drawn}"/>' if drawn else ""
        svg(os.path.join(folder, layer.id + ".svg"), box, body)
        yaml.append("  - {id: %s, colour: %s}" % (layer.id, f'"{layer.colour}"' if layer.colour.startswith("#") else layer.colour))
    if borders.rings:
        coasts, between = ("".join(path(arc, False) for arc in borders.lines(count)) for count in (1, 2))
        svg(os.path.join(folder, "outline.svg"), box,
            f'<g {STYLE}><path stroke-width="{options.stroke * 0.7:g}" d="{between}"/><path stroke-width="{options.stroke:g}" d="{coasts}"/></g>')
        yaml.append("  - {id: outline, colour: ink}")
    with open(folder + ".yaml", "w", encoding="utf-8") as out:
        out.write("\n".join(yaml) + "\n")
    print(f"{folder}.yaml: {len(borders.rings)} areas, {len(options.layer)} layers, box {box[2]} by {box[3]}")


class Layer:
    """ID[:COLOUR[:WIDTH[:DASH]]], from the bottom to the top."""

    def __init__(self, text):
        self.id, self.colour, width, dash = (text.split(":") + ["", "", ""])[:4]
        self.colour = self.colour or "ink"
        self.width = float(width or 6)
        self.dash = f' stroke-dasharray="{dash}"' if dash else ""


def read_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    numbers = lambda text: tuple(float(n) for n in text.split(","))
    parser.add_argument("name", help="of the map: letters, digits and -")
    parser.add_argument("geojson", nargs="+", help="files with features")
    parser.add_argument("--areas", default="", help="which become areas, by --key: ID or ID=OTHER-ID, with commas between")
    parser.add_argument("--key", default="name", help="the property that names a feature (name)")
    parser.add_argument("--layer", type=Layer, action="append", default=[], help="ID[:COLOUR[:WIDTH[:DASH]]], a colour of the theme or \"#RRGGBB\"")
    parser.add_argument("--bounds", type=numbers, default=(-180, -90, 180, 90), help="west,south,east,north: what lies beyond is left out")
    parser.add_argument("--middle", type=numbers, help="latitude,longitude in the middle of the projection (of what is drawn)")
    parser.add_argument("--tolerance", type=float, default=1.5, help="how far a simplified line may stray; the map's longer side is 2000 (1.5)")
    parser.add_argument("--least", type=float, default=60, help="the smallest island that is kept, in square units (60)")
    parser.add_argument("--stroke", type=float, default=9, help="thickness of coasts, in units (9)")
    parser.add_argument("--left", default="", help="areas whose labels stand left of the map,")
    parser.add_argument("--right", default="", help="and right of it, where the nearer side is not the better one")
    parser.add_argument("--source", default="", help="what is said of where the lines are from")
    parser.add_argument("-o", "--output", default=os.path.dirname(os.path.abspath(__file__)), help="folder (this script's)")
    options = parser.parse_args()
    if not options.areas and not options.layer:
        parser.error("there is nothing to draw: write --areas or --layer")
    if slug(options.name) != options.name:
        parser.error(f"the name may have small letters, digits and -: {slug(options.name)}")
    return options


def main():
    options = read_options()
    ground = Ground(options)
    west, south, east, north = options.bounds
    points = [(min(east, max(west, x)), min(north, max(south, y))) for x, y in ground.points()]
    xs, ys = zip(*points)
    middle = options.middle or (round((min(ys) + max(ys)) / 2, 3), round((min(xs) + max(xs)) / 2, 3))
    _, _, w, h = (n / 1e6 for n in box_of([Projection(middle, 1e6).at(*p) for p in points]))
    projection = Projection(middle, float("%.6g" % (SIDE / max(w, h))))
    edge = [(west + (east - west) * t / 50, y) for t in range(51) for y in (south, north)] + [
        (x, south + (north - south) * t / 50) for t in range(51) for x in (west, east)]
    whole = options.bounds == (-180, -90, 180, 90)
    limits = (-10 * SIDE, -10 * SIDE, 20 * SIDE, 20 * SIDE) if whole else box_of([projection.at(*p) for p in edge], math.ceil(options.stroke))
    write(options, ground, projection, limits)


if __name__ == "__main__":
    main()
