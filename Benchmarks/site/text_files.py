"""What both formats share: files in folders, and front matter in YAML."""

import json
from datetime import date
from pathlib import Path


class TextFiles:
    """Files below a folder; makes each folder once."""

    def __init__(self, root: Path):
        self.root = root
        self.made: set[Path] = set()

    def write(self, path: str, text: str):
        file = self.root / path
        if file.parent not in self.made:
            file.parent.mkdir(parents=True, exist_ok=True)
            self.made.add(file.parent)
        with open(file, "w", encoding="utf-8", newline="\n") as handle:
            handle.write(text)


def front_matter(fields: dict) -> str:
    return "---\n" + "".join(f"{key}:{gap(value)}{yaml(value)}\n" for key, value in fields.items()) + "---\n"


def gap(value) -> str:
    return "" if isinstance(value, list) and value and isinstance(value[0], dict) else " "


def yaml(value) -> str:
    """A value in block style below its key where a person would write it so: lists of mappings."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "".join(
            "\n  - " + "\n    ".join(f"{key}: {yaml(item)}" for key, item in entry.items()) for entry in value
        )
    if isinstance(value, list):
        return "[" + ", ".join(f'"{item}"' if item in ("true", "false") else item for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {yaml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, date):
        return value.isoformat()
    # A JSON string is a YAML string too.
    return json.dumps(value, ensure_ascii=False)
