#!/usr/bin/env python3
"""What assets/maps/make.py makes of GeoJSON. Prints `N passed, N failed`."""
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile

SCRIPT = "assets/maps/make.py"
CONTINENT = ["south-america", "tests/maps/continent.geojson", "--areas",
             "argentina,bolivia,brazil,chile,colombia,ecuador,france=french-guiana,guyana,paraguay,peru,suriname,uruguay,venezuela",
             "--bounds=-82,-56.5,-34,13", "--middle=-20,-60", "--right", "argentina,brazil,guyana,paraguay,venezuela,suriname,french-guiana",
             "--tolerance", "14", "--least", "2000", "--source", "Natural Earth 1:110m (public domain)"]
# Two squares side by side, whose common border wanders; a lake in one of them, an island too small, and one beyond the bounds.
BORDER = [[1, 0], [1.02, 0.3], [0.98, 0.5], [1.2, 0.7], [1, 1]]
SQUARES = [
    ("Eña", [[[[0, 0]] + BORDER + [[0, 1], [0, 0]], [[0.3, 0.3], [0.6, 0.3], [0.6, 0.6], [0.3, 0.6], [0.3, 0.3]]]]),
    ("Oeste", [[BORDER + [[2, 1], [2, 0], [1, 0]]], [[[2.1, 0], [2.11, 0], [2.11, 0.01], [2.1, 0]]], [[[9, 9], [10, 9], [10, 10], [9, 9]]]]),
]


def make(folder, *arguments):
    return subprocess.run([sys.executable, SCRIPT, *arguments, "-o", folder], capture_output=True, text=True)


def files_below(folder):
    return sorted(os.path.relpath(os.path.join(at, name), folder) for at, _, names in os.walk(folder) for name in names)


def read(*parts):
    with open(os.path.join(*parts), encoding="utf-8") as file:
        return file.read()


def shape_of(yaml, area):
    text = re.search(rf'id: {area}\n(?:    .*\n)*?    shape: "(.*)"', yaml).group(1)
    return [[tuple(int(n) for n in point.split()) for point in ring.strip("MZ").split("L")] for ring in re.findall("M[^Z]*Z", text)]


def write_geojson(folder, features):
    path = os.path.join(folder, "in.geojson")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "features": features}, file)
    return path


def squares(folder):
    return write_geojson(folder, [{"type": "Feature", "properties": {"name": name}, "geometry": {"type": "MultiPolygon", "coordinates": c}}
                                  for name, c in SQUARES])


def test_continent_is_made_as_it_stands_in_the_test_exhibit(folder):
    made = make(folder, *CONTINENT)
    assert made.returncode == 0, made.stderr
    kept = "tests/exhibit/assets/maps"
    assert files_below(folder) == files_below(kept), files_below(folder)
    for name in files_below(kept):
        assert read(folder, name) == read(kept, name), f"{name} differs"


def test_names_bounds_and_small_islands(folder):
    made = make(folder, "town", squares(folder), "--areas", "ena,oeste", "--bounds=-1,-1,3,3")
    assert made.returncode == 0, made.stderr
    yaml = read(folder, "town.yaml")
    assert [len(shape_of(yaml, area)) for area in ("ena", "oeste")] == [2, 1], yaml
    assert os.path.exists(os.path.join(folder, "town", "ena.svg")) and os.path.exists(os.path.join(folder, "town", "outline.svg"))


def test_neighbours_keep_one_border(folder):
    for tolerance, kept in (("1", 5), ("150", 3), ("400", 2)):
        assert make(folder, "town", squares(folder), "--areas", "ena,oeste", "--bounds=-1,-1,3,3", "--tolerance", tolerance).returncode == 0
        yaml = read(folder, "town.yaml")
        common = set(shape_of(yaml, "ena")[0]) & set(shape_of(yaml, "oeste")[0])
        assert len(common) == kept, (tolerance, common)


def test_there_and_back(folder):
    spec = importlib.util.spec_from_file_location("make", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for middle, units in (((-20, -60), 1700), ((-33.456, -70.645), 527844), ((60, 20), 2000)):
        projection = module.Projection(middle, units)
        assert max(map(abs, projection.at(middle[1], middle[0]))) < 1e-6
        for dx, dy in ((500, 0), (0, 800), (-700, 300)):
            latitude, longitude = projection.back(dx, dy)
            x, y = projection.at(longitude, latitude)
            assert abs(x - dx) < 1e-3 and abs(y - dy) < 1e-3, (middle, dx, dy, x, y)


def test_layers(folder):
    features = [{"type": "Feature", "properties": {"layer": "river"}, "geometry": {"type": "LineString", "coordinates": [[0, 0], [1, 1], [2, 0]]}},
                {"type": "Feature", "properties": {"layer": "park"}, "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}},
                {"type": "Feature", "properties": {"layer": "other"}, "geometry": {"type": "LineString", "coordinates": [[0, 0], [80, 80]]}}]
    made = make(folder, "town", write_geojson(folder, features), "--layer", "park:light", "--layer", "river:#1F3A5F:12:4,2")
    assert made.returncode == 0, made.stderr
    river, park, yaml = read(folder, "town", "river.svg"), read(folder, "town", "park.svg"), read(folder, "town.yaml")
    assert 'stroke-width="12"' in river and 'stroke-dasharray="4,2"' in river and "stroke-width" not in park
    assert yaml.index("id: park") < yaml.index("id: river") and "outline" not in yaml and 'colour: "#1F3A5F"' in yaml, yaml


def test_what_cannot_be_made_is_told(folder):
    path = squares(folder)
    rows = [(["Town", path, "--areas", "ena"], "letters"), (["town", path], "nothing to draw"), (["town", path, "--areas", "sur"], '"sur"'),
            (["town", path, "--areas", "ena", "--bounds=50,50,60,60"], '"ena"'), (["town", SCRIPT, "--areas", "ena"], "no GeoJSON"),
            (["town", path, "--areas", "ena", "--least", "99999999"], '"ena"')]
    for arguments, words in rows:
        made = make(folder, *arguments)
        assert made.returncode != 0 and words in made.stderr and "Traceback" not in made.stderr, (arguments, made.stderr)


def main():
    failed, tests = 0, [value for name, value in sorted(globals().items()) if name.startswith("test_")]
    for test in tests:
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(folder)
            except AssertionError as error:
                failed += 1
                print(f"FAILED {test.__name__}: {error}")
    print(f"{len(tests) - failed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
