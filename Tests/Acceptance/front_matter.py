"""YAML as editors see it: the core schema of YAML 1.2, in which a date is a string and `no` is one too."""

import re

import yaml


class CoreLoader(yaml.SafeLoader):
    """PyYAML follows YAML 1.1; this loader resolves what YAML 1.2 resolves (section 10.3.2), and no more."""

    yaml_implicit_resolvers = {}


CoreLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$"),
    list("-+.0123456789"),
)
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def read(text):
    """The value of a YAML text."""
    return yaml.load(text, CoreLoader)


def of(path):
    """The front matter of a record's file, or the whole of a YAML file."""
    text = path.read_text(encoding="utf-8")
    return read(text if path.suffix == ".yaml" else re.split(r"^---[ \t]*$", text, maxsplit=2, flags=re.MULTILINE)[1])
