#!/usr/bin/env python3
"""Writes the Homebrew formula of a release from its tarballs: homebrew.py VERSION FOLDER

The formula installs the release's program; it compiles nothing. ASSAY_REPOSITORY and ASSAY_DOWNLOADS name the places; where they
are not set, the formula takes the tarballs that lie beside it."""

import hashlib
import os
import pathlib
import sys

MACHINES = {
    "macos": {"arm": "macos-arm64", "intel": "macos-x86_64"},
    "linux": {"arm": "linux-aarch64", "intel": "linux-x86_64"},
}


def source(version, folder, machine, downloads):
    """The lines that name a tarball; none where the release has none for the machine."""
    file = folder / f"assay-{version}-{machine}.tar.gz"
    if not file.exists():
        return []
    address = f'"{downloads}/{file.name}"' if downloads else f'"file://#{{__dir__}}/{file.name}"'
    return [f"url {address}", f'sha256 "{hashlib.sha256(file.read_bytes()).hexdigest()}"']


def places(version, folder, downloads):
    for system, machines in MACHINES.items():
        inner = []
        for processor, machine in machines.items():
            lines = source(version, folder, machine, downloads)
            if lines:
                inner += [f"    on_{processor} do"] + [f"      {line}" for line in lines] + ["    end"]
        if inner:
            yield from ["", f"  on_{system} do"] + inner + ["  end"]


def main():
    version, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    repository, downloads = os.environ.get("ASSAY_REPOSITORY", ""), os.environ.get("ASSAY_DOWNLOADS", "")
    lines = ["class Assay < Formula", '  desc "Fact-check workflow and static site generator for newsrooms"']
    if repository:
        lines.append(f'  homepage "{repository}"')
    lines += [f'  version "{version}"', '  license "Apache-2.0"', *places(version, folder, downloads)]
    print("\n".join(lines) + REST)


REST = """

  def install
    bin.install "bin/assay"
    man1.install Dir["share/man/man1/*.1"]
    bash_completion.install "share/bash-completion/completions/assay"
    zsh_completion.install "share/zsh/site-functions/_assay"
    fish_completion.install "share/fish/vendor_completions.d/assay.fish"
    pkgshare.install Dir["share/assay/*"]
    doc.install Dir["share/doc/assay/*"]
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/assay --version")
    system bin/"assay", "init", "room", "--quiet"
    system bin/"assay", "build", "-C", "room", "--quiet"
    assert_predicate testpath/"room/_site/index.html", :exist?
  end
end"""


if __name__ == "__main__":
    main()
