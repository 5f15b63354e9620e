"""The Dockerfile, step by step in bare Debian roots, as a container engine runs it: there is none on every machine."""

import shlex
import shutil

import roots


def instructions():
    """The Dockerfile's instructions with their arguments."""
    lines, found = (roots.DIST / "Dockerfile").read_text(encoding="utf-8").splitlines(), []
    joined = ""
    for line in lines:
        if line.startswith("#") or not line.strip():
            continue
        joined += line.strip().removesuffix("\\")
        if not line.rstrip().endswith("\\"):
            word, _, rest = joined.partition(" ")
            found.append((word, rest.strip()))
            joined = ""
    return found


class Stage:
    """One stage of the build: a root, and what holds for the steps in it."""

    def __init__(self, root):
        self.root = root
        self.folder = "/"
        self.user = "root"
        self.variables = {}
        self.entry = []

    def copy(self, arguments, stages):
        *sources, target = [word for word in arguments if not word.startswith("--from=")]
        origin = next((stages[word.removeprefix("--from=")].root.path for word in arguments if word.startswith("--from=")), roots.DIST)
        place = self.root.path / ((target if target.startswith("/") else f"{self.folder}/{target}").lstrip("/"))
        place.mkdir(parents=True, exist_ok=True)
        for source in sources:
            found = sorted(origin.glob(source.strip("/")))
            assert found, f"COPY finds no {source}"
            for path in found:
                if path.is_dir():
                    shutil.copytree(path, place, symlinks=True, dirs_exist_ok=True)
                else:
                    shutil.copy(path, place / path.name)

    def run(self, script):
        self.root.run(script, user=self.user, env=self.variables, cwd=self.folder)


def test_the_steps_of_the_dockerfile(new_root):
    version = next(roots.DIST.glob("assay-*-linux-*.tar.gz")).name.split("-")[1]
    stages, stage = {}, None
    for word, rest in instructions():
        match word:
            case "FROM":
                image, *name = rest.split(" AS ")
                assert image == "debian:12-slim"
                stage = Stage(new_root("bookworm", name[0] if name else "final"))
                stages[name[0] if name else "final"] = stage
            case "ARG":
                stage.variables[rest] = version
            case "WORKDIR":
                stage.folder = rest
                (stage.root.path / rest.lstrip("/")).mkdir(parents=True, exist_ok=True)
            case "COPY":
                stage.copy(rest.split(), stages)
            case "RUN":
                stage.run(rest)
            case "USER":
                stage.user = rest
            case "ENTRYPOINT":
                stage.entry = [part.strip('" ') for part in rest.strip("[]").split(",")]
            case "EXPOSE" | "CMD":
                pass
            case _:
                raise AssertionError(f"no step is known by the name {word}")
    final = stages["final"]
    assert final.user == "nobody"
    # The user's newsroom, where the engine would mount it.
    root, folder = final.root, final.folder
    root.run(f"chown nobody {folder}", user="root")

    def assay(*arguments):
        return root.run(shlex.join([*final.entry, *arguments]), user="nobody", cwd=folder)

    assert "OVERVIEW" in assay("--help").stdout
    assay("init", ".")
    assert "built " in assay("build").stderr
    assert "all hold" in assay("verify", "_site").stderr
    assert (root.path / folder.lstrip("/") / "_site/index.html").exists()
    # git works on the newsroom, whoever owns it.
    root.run(f"git init -q {folder}", user="root")
    assert root.run("git status --short | head -n 1", user="nobody", cwd=folder).stdout.startswith("??")
