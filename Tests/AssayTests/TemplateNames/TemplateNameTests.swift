import Addresses
import Digests
import Editorial
import Files
import Foundation
import Mustache
import Newsroom
import TestSupport
import Testing

@testable import Assay
@testable import Site

/// The page on the names that templates can use is made from the values that pages have.
struct TemplateNameTests {
    private static let repository = (1...4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
        url.deletingLastPathComponent()
    }

    /// Records that many templates see alike, by the names that they have.
    private static let shapes: [(name: String, names: Set<String>)] = [
        ("link", ["text", "address"]), ("outward link", ["text", "address", "host"]),
        ("date", ["text", "machine"]),
        ("ruling", ["label", "meaning", "address", "tone", "place", "steps", "on-scale"]),
        ("person", ["text", "address", "initials", "portrait"]),
        ("card", ["card"]),
        ("menu entry", ["text", "address", "current"]),
    ]

    @Test("docs/template-names.md lists every name; ASSAY_RECORD=1 writes it")
    func page() async throws {
        let names = try await Self.names()
        #expect(names.count > 20)
        let text = Self.text(of: names)
        // Lists of several pages, dissent, signers, and what differs from the site's own language: the rest has an example.
        #expect(text.split(separator: Self.rare).count - 1 < 50)
        let file = Self.repository.appending(path: "docs/template-names.md")
        if ProcessInfo.processInfo.environment["ASSAY_RECORD"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text, "ASSAY_RECORD=1 writes it anew")
    }

    /// What stands for a value of which these newsrooms have no example.
    private static let rare = "a value that few pages have"

    private struct Entry {
        let title: String
        let names: SeenNames
    }

    /// The names of each template, from the pages of newsrooms that have everything.
    private static func names() async throws -> [Entry] {
        var seen: [String: SeenNames] = [:]
        func names(_ title: String) -> SeenNames {
            if let names = seen[title] { return names }
            let names = SeenNames()
            seen[title] = names
            return names
        }
        for edition in try await TemplateNewsrooms.editions() {
            let theme = Theme.read(from: edition.folder, language: "en")
            for subject in SitePlan.pages(of: edition.edition) {
                let scope = PageScope(
                    edition: edition.edition,
                    words: theme.words,
                    links: Links(from: subject.route),
                    templates: theme.templates.library,
                    parts: SharedParts(images: .none)
                )
                guard let content = subject.content(in: scope) else { continue }
                names(subject.template).add(content.templateRecord)
                let frame = PageFrame(subject, content, in: scope)
                names("frame").add(frame.templateRecord.merging(frame.site.templateRecord))
                PartNames.add(of: subject, in: scope) { names($0).add($1) }
            }
        }
        return seen.map { Entry(title: $0.key, names: $0.value) }.sorted { left, right in
            (left.title == "frame" ? 0 : 1, left.title) < (right.title == "frame" ? 0 : 1, right.title)
        }
    }

    private static func text(of entries: [Entry]) -> String {
        var text = """
            # Names in templates

            Every name that a template can use, with what its value is. This page is written by a test, from the values of pages:
            a name that is not here is not there, and the build says so (`unknown-name`). [Templates](templates.md) explains the tags.

            A **section** is a record with the list `entries`; it is empty where the list is, so that a template can leave the heading
            out. The records of a list also have the conditions `first` and `last`.

            ## Values that many records hold

            | value | its names |
            | --- | --- |

            """
        for shape in shapes {
            let names = shape.names.sorted().map { "`\($0)`" }.joined(separator: ", ")
            text += "| \(shape.name) | \(names) |\n"
        }
        text += """

            A **date** has `machine` where HTML can express it. A **ruling** has `steps`, a list with the condition `current` for each
            step of the scale, empty for a label. The `portrait` of a **person** has `address`, `width` and `height`.

            """
        for entry in entries {
            let isFrame = entry.title == "frame"
            text += isFrame ? "\n## On every page: `frame`\n\n" : "\n## `\(entry.title)`\n\n"
            text += "| name | value |\n| --- | --- |\n"
            text += rows(of: entry.names, below: "").map { "| `\($0.name)` | \($0.value) |\n" }.joined()
        }
        return text
    }

    private static func rows(of names: SeenNames, below path: String) -> [(name: String, value: String)] {
        names.order.flatMap { name -> [(name: String, value: String)] in
            guard let member = names.members[name] else { return [] }
            let place = path.isEmpty ? name : "\(path).\(name)"
            let (words, isNamed) = member.meaning(shapes)
            let (prefix, inner) = member.listed
            return [(place, words.isEmpty ? Self.rare : words)]
                + (isNamed ? [] : rows(of: inner, below: place + prefix))
        }
    }
}
