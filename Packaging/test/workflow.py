"""Runs the steps of a composite action one after the other, as far as a shell runs them, and notes what a runner would do."""

import json
import pathlib
import re
import shutil

import yaml

import roots

# Where things lie in a root.
WORKSPACE = f"/home/{roots.USER}/repository"
ACTION = f"/home/{roots.USER}/action"
TEMPORARY = f"/home/{roots.USER}/runner"


class Expression:
    """GitHub's expressions, as far as the action uses them."""

    WORDS = re.compile(r"'[^']*'|[A-Za-z_][\w.]*(?:\(\))?|&&|\|\||[=!]=|!|\S")

    def __init__(self, values):
        self.values = values

    def value(self, text):
        code = []
        for word in self.WORDS.findall(text):
            if word.startswith("'"):
                code.append(repr(word[1:-1]))
            elif word in {"&&", "||", "!", "==", "!=", "(", ")"}:
                code.append({"&&": " and ", "||": " or ", "!": " not "}.get(word, word))
            elif word == "cancelled()":
                code.append("False")
            else:
                code.append(repr(self.values[word]))
        # The text is that of this repository's own action.
        return eval("".join(code), {"__builtins__": {}})  # noqa: S307

    def filled(self, text):
        def word(match):
            value = self.value(match[1])
            return "true" if value is True else "false" if value is False else str(value)

        return re.sub(r"\$\{\{ (.*?) \}\}", word, str(text))

    def holds(self, text):
        return self.filled(text) in {"true", "1"} or self.filled(text) not in {"", "false"}


class Run:
    """A run of action.yml in a root, for one event."""

    def __init__(self, root, event, inputs, cache, session):
        self.root, self.session, self.cache = root, session, cache
        self.file = yaml.safe_load((roots.REPOSITORY / "action.yml").read_text(encoding="utf-8"))
        github = {
            "github.event_name": event, "github.ref": "refs/heads/main", "github.sha": "0" * 40,
            "github.server_url": "https://github.com", "github.action_repository": "",
            "runner.os": "Linux", "runner.temp": TEMPORARY,
        }  # fmt: skip
        self.expression = Expression(github)
        for name, about in self.file["inputs"].items():
            value = inputs.get(name, about.get("default", ""))
            github[f"inputs.{name}"] = self.expression.filled(value)
        self.artifacts = {}
        self.summary = ""
        self.said = ""
        self.failed = False

    def inside(self, path):
        return self.root.path / path.lstrip("/")

    def steps(self):
        """Runs all steps; false if the job has failed."""
        self.root.run(f"mkdir -p {TEMPORARY} && : >{TEMPORARY}/path && : >{TEMPORARY}/summary")
        for step in self.file["runs"]["steps"]:
            condition = step.get("if", "true")
            outcome = f"steps.{step.get('id')}.outcome"
            self.expression.values[outcome] = "skipped"
            if self.failed and "cancelled()" not in condition or not self.expression.holds(condition):
                self.session.note(f"## {step['name']}: left out\n")
                continue
            self.session.note(f"## {step['name']}\n")
            self.expression.values[outcome] = "success"
            if "run" in step:
                self.shell(step)
            else:
                self.other(step["uses"], {name: self.expression.filled(value) for name, value in step["with"].items()})
        self.save()
        self.summary = self.inside(f"{TEMPORARY}/summary").read_text(encoding="utf-8")
        return not self.failed

    def shell(self, step):
        assert step["shell"] == "sh"
        paths = self.inside(f"{TEMPORARY}/path").read_text(encoding="utf-8").split()
        env = {name: self.expression.filled(value) for name, value in step.get("env", {}).items()}
        env |= {
            "GITHUB_ACTIONS": "true", "GITHUB_ACTION_PATH": ACTION, "GITHUB_PATH": f"{TEMPORARY}/path", "CI": "true",
            "GITHUB_STEP_SUMMARY": f"{TEMPORARY}/summary", "GITHUB_WORKSPACE": WORKSPACE, "RUNNER_TEMP": TEMPORARY,
            "PATH": ":".join([*reversed(paths), "/usr/local/bin:/usr/bin:/bin"]),
        }  # fmt: skip
        done = self.root.run(f"{{ sh -e <<'STEP'\n{step['run']}\nSTEP\n}} 2>&1", env=env, cwd=WORKSPACE, check=False)
        self.session.note(f"$ {step['run'].strip()}\n{done.stdout}[status {done.returncode}]\n")
        self.said += done.stdout
        if done.returncode and not self.expression.holds(step.get("continue-on-error", "false")):
            self.failed = True

    def other(self, uses, given):
        """What actions of others do, as far as it can be seen here."""
        name = uses.split("@")[0]
        self.session.note(f"({uses}: {json.dumps(given)})\n")
        if name == "actions/cache":
            self.cached = [path for path in given["path"].split()]
            for path in self.cached:
                kept = self.cache / path
                if kept.exists():
                    # The same content, and times of now, as a cache has it.
                    shutil.copytree(kept, self.inside(f"{WORKSPACE}/{path}"), copy_function=shutil.copyfile)
            self.root.run(f"chown -R {roots.USER}: {WORKSPACE}", user="root")
        elif name == "github/codeql-action/upload-sarif":
            log = json.loads(self.inside(given["sarif_file"]).read_text(encoding="utf-8"))
            self.artifacts["sarif"] = log["runs"][0]["results"]
        elif name in {"actions/upload-artifact", "actions/upload-pages-artifact"}:
            folder = self.inside(str(pathlib.PurePosixPath(WORKSPACE) / given["path"]))
            assert folder.is_dir(), given
            self.artifacts[given.get("name", "github-pages")] = {
                str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()
            }
        else:
            raise AssertionError(f"nothing is known of {uses}")

    def save(self):
        if self.failed:
            return
        for path in self.cached:
            place = self.inside(f"{WORKSPACE}/{path}")
            if place.exists():
                shutil.rmtree(self.cache / path, ignore_errors=True)
                shutil.copytree(place, pathlib.Path(self.cache) / path)
