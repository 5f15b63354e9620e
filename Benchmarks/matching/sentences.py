"""The sentences of ClaimBuster, split by debate: no sentence of a debate is on two sides."""

import csv
import subprocess
import tempfile

import numpy
from scipy.sparse import csr_matrix

#: The years of the debates that weights are learnt from, and of those that are reported.
TRAIN = range(1960, 2005)
HELD_OUT = range(2008, 2017)


def rows(corpora, years, files=("groundtruth.csv", "crowdsourced.csv")):
    """(sentence, is it check-worthy, debate) of the debates of some years."""
    found = []
    for name in files:
        with open(corpora / "checkworthy" / name, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if int(row["File_id"][:4]) in years:
                    found.append((" ".join(row["Text"].split()), row["Verdict"] == "1", row["File_id"]))
    return found


def read(program, corpora, years):
    """The rows, their labels, and their signs as the program finds them."""
    found = rows(corpora, years)
    signs = read_signs(program, [text for text, _, _ in found])
    return found, numpy.array([flag for _, flag, _ in found]), [one[2] for one in signs]


def read_signs(program, texts):
    """The plain rule, the model's worth and the signs of each sentence."""
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            file.write(f"{number}\t{text}\n")
        file.flush()
        output = subprocess.run([program, "signs", file.name], capture_output=True, text=True, check=True).stdout
    found = []
    for line in output.splitlines():
        _, rule, worth, *signs = line.split("\t")
        found.append((float(rule), float(worth), {name: float(value) for name, value in (sign.rsplit("=", 1) for sign in signs)}))
    return found


def matrix(features, names):
    """The signs as a sparse matrix with a column for each name."""
    places = {name: place for place, name in enumerate(names)}
    data, columns, starts = [], [], [0]
    for signs in features:
        for name, value in sorted(signs.items()):
            if name in places:
                columns.append(places[name])
                data.append(value)
        starts.append(len(columns))
    return csr_matrix((data, columns, starts), shape=(len(features), len(names)))
