import Diagnostics
import Newsroom

/// The smallest newsroom with one record of each kind, which tests can change.
struct SmallNewsroom {
    var files: [String: String] = [
        "content/site.yaml": """
        name: Test
        url: https://example.org
        language: en
        description: A test.
        publisher: desk
        scale:
          version: 1
          rulings:
            - {id: false, label: "False", meaning: "It is wrong."}
            - {id: true, label: "True", meaning: "It is right."}
          labels:
            - {id: unproven, label: Unproven, meaning: "Nobody knows."}
        topics:
          - {id: elections, name: Elections}
        navigation: about
        """,
        "content/profiles/desk.md": "---\nname: The desk\nkind: organisation\nrole: desk\n---\n",
        "content/profiles/jo.md": "---\nname: Jo\nkind: person\n---\n",
        "content/pages/about.md": "---\ntitle: About\n---\nWe check.\n",
        "content/sources/report.md": "---\ntitle: Report\npublisher: P\nkind: research\nchecked: read\n---\n",
        "seeds/paper.md": "---\ntitle: Paper\npublisher: desk\n---\n> Words were said.\n",
        "content/claims/it-is.md": """
        ---
        statement: It is.
        claimant: jo
        topics: elections
        appearances:
          - article: paper
            quote: Words were said.
        timeline:
          - {date: 2018-07, text: It began., sources: report}
        ---
        Context.
        """,
        "content/verdicts/it-is.md": """
        ---
        claim: it-is
        ruling: true
        title: It is so
        summary: Yes.
        authors: desk
        published: 2026-11-21
        evidence:
          - {source: report, stance: supports, shows: that it is}
        ---
        Because [@report].
        """,
    ]

    /// Replaces text in one file; the text must be there.
    func replacing(_ old: String, with new: String, in path: String) -> SmallNewsroom {
        var copy = self
        precondition(files[path]?.contains(old) == true, "\(path) has no \(old)")
        copy.files[path] = files[path]?.replacing(old, with: new)
        return copy
    }

    func adding(_ text: String, at path: String) -> SmallNewsroom {
        var copy = self
        copy.files[path] = text
        return copy
    }

    func removing(_ path: String) -> SmallNewsroom {
        var copy = self
        copy.files[path] = nil
        return copy
    }

    var loaded: LoadedNewsroom {
        LoadedNewsroom(decoding: files.map { SourceFile(path: $0.key, text: $0.value) })
    }

    /// The findings, each as `rule path:line:column message`.
    var findings: [String] {
        loaded.diagnostics.map { diagnostic in
            let place = diagnostic.span.map { "\($0.file):\($0.line):\($0.column)" } ?? "-"
            return "\(diagnostic.rule.name) \(place) \(diagnostic.message)"
        }
    }
}
