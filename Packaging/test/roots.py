"""Bare Debian systems in folders: made by debootstrap once, copied for each test, entered with chroot.

A root shares this computer's network, so that what is served on the loopback address outside is there inside, too."""

import os
import pathlib
import posixpath
import shutil
import subprocess

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PLACE = REPOSITORY / ".build/package/roots"
DIST = REPOSITORY / "dist"

# The program is linked on the first; the second is the newest.
SUITES = ["bookworm", "trixie"]
# Ubuntu 22.04 has an older C library. Its packages are signed with keys that Debian does not have: ASSAY_UBUNTU_KEYRING names
# a file of them, such as ubuntu-archive-keyring.gpg of the package ubuntu-keyring.
UBUNTU_KEYRING = os.environ.get("ASSAY_UBUNTU_KEYRING", "/usr/share/keyrings/ubuntu-archive-keyring.gpg")
if pathlib.Path(UBUNTU_KEYRING).exists():
    SUITES.append("jammy")
USER = "writer"


def base(suite):
    """The folder that roots are copied from."""
    folder = PLACE / suite
    if not (folder / "made").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        options, mirror = [], "http://deb.debian.org/debian"
        if suite == "jammy":
            options, mirror = [f"--keyring={UBUNTU_KEYRING}"], "http://archive.ubuntu.com/ubuntu"
        command = ["debootstrap", "--variant=minbase", *options, suite, str(folder / "root"), mirror]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout[-3000:]
        (folder / "made").touch()
    return folder / "root"


class Root:
    """A Debian in a folder, with an ordinary user."""

    def __init__(self, suite, folder):
        self.path = pathlib.Path(folder)
        done = subprocess.run(["cp", "-a", "--reflink=auto", str(base(suite)), str(self.path)], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        shutil.copyfile("/etc/resolv.conf", self.path / "etc/resolv.conf")
        self.run(f"useradd --create-home --shell /bin/bash {USER}", user="root")

    def command(self, script, user, env, cwd):
        """The command that runs a script inside. Its processes and mounts end with it: the first of them stays root's, because
        what changes its user is not killed with its parent."""
        variables = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": f"/home/{USER}", "LANG": "C.UTF-8"}
        if user == "root":
            variables["HOME"] = "/root"
        inside = [f"{name}={value}" for name, value in {**variables, **(env or {})}.items()]
        enter = 'mount -t proc proc "$0/proc" && chroot --userspec="$1:" "$0" env -i "${@:4}" /bin/bash -c "cd $2 && $3"; exit $?'
        return [
            "unshare", "--mount", "--pid", "--fork", "--kill-child", "bash", "-c", enter,
            str(self.path), user, cwd or variables["HOME"], script, *inside,
        ]  # fmt: skip

    def run(self, script, user=USER, env=None, cwd=None, check=True, shell=None):
        """Runs a script, and returns what it said."""
        done = subprocess.run(
            self.command(script, user, env, cwd), capture_output=True, text=True, stdin=subprocess.DEVNULL
        )
        assert not check or done.returncode == 0, f"$ {script}\n{done.stdout}{done.stderr}"
        return done

    def start(self, script, user=USER, env=None, cwd=None):
        """Starts a script that does not end by itself."""
        return subprocess.Popen(
            self.command(script, user, env, cwd), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    def put(self, source, target, owner=USER):
        """Copies a file or a folder into the root."""
        place = self.path / target.lstrip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        if pathlib.Path(source).is_dir():
            shutil.copytree(source, place, symlinks=True, dirs_exist_ok=True)
        else:
            shutil.copyfile(source, place)
            place.chmod(pathlib.Path(source).stat().st_mode & 0o777)
        self.run(f"chown -R {owner}: {target}", user="root")
        return place


class Session:
    """A user at a terminal in a root: what was typed, and what came."""

    def __init__(self, root, name, cwd=None):
        self.root = root
        self.cwd = cwd or f"/home/{USER}"
        self.file = REPOSITORY / f".build/package/sessions/{name}.txt"
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text("", encoding="utf-8")

    def note(self, text):
        with self.file.open("a", encoding="utf-8") as file:
            file.write(text)

    def type(self, line, user=USER, status=0):
        """Types a line, and keeps it with its answer. `cd` changes the folder of those that follow."""
        self.note(f"{'#' if user == 'root' else '$'} {line}\n")
        if line.startswith("cd "):
            self.cwd = posixpath.normpath(f"{self.cwd}/{line[3:]}")
            return ""
        done = self.root.run(f"{{ {line} ; }} 2>&1", user=user, cwd=self.cwd, check=False)
        self.note(done.stdout + (f"[status {done.returncode}]\n" if done.returncode else ""))
        assert done.returncode == status, f"$ {line}\n{done.stdout}{done.stderr}"
        return done.stdout
