import Diagnostics
import Newsroom

/// A change between two texts that readers had, in the parts by which a page shows them.
package struct ReaderChange: Hashable, Sendable {
    /// A part of a claim's page.
    package enum Part: String, Hashable, Sendable, CaseIterable {
        case statement, title, summary, reasoning
        case wouldChange = "would-change"
        case counterExample = "counter-example"
        case context, chosen, parts, evidence, timeline, appearances, documents
    }

    /// The part.
    package let part: Part
    /// The name of what changed in it, such as a document's title; nil for a part that is one text.
    package let subject: String?
    /// The words before and after.
    package let words: TextRevision

    /// The changes from one text to the next, in the order of a claim's page.
    ///
    /// A ruling is no part: it has a name of its own on each page. A document that only one of the texts names is none either, because
    /// the evidence shows it.
    package static func all(from old: JudgedText, to new: JudgedText) -> [ReaderChange] {
        return Part.allCases.flatMap { part -> [ReaderChange] in
            let (before, after) = (entries(of: part, in: old), entries(of: part, in: new))
            let names =
                before.map(\.name)
                + after.map(\.name).filter { name in
                    !before.contains { $0.name == name }
                }
            return names.compactMap { name in
                let first = before.first { $0.name == name }
                let second = after.first { $0.name == name }
                guard first?.text != second?.text else { return nil }
                if part == .documents, first == nil || second == nil { return nil }
                return ReaderChange(
                    part: part,
                    subject: second?.subject ?? first?.subject,
                    words: TextRevision(first?.text ?? "", second?.text ?? "")
                )
            }
        }
    }

    /// One thing in a part: its name, by which the two texts are compared, what readers call it, and its words.
    private struct Entry {
        let name: String
        var subject: String?
        let text: String
    }

    private static func entries(of part: Part, in text: JudgedText) -> [Entry] {
        let document = text.document
        let (claim, verdict) = (document["claim"] ?? .null, document["verdict"] ?? .null)
        switch part {
        case .statement: return whole(claim["statement"])
        case .context, .chosen: return whole(claim[part.rawValue])
        case .title, .summary, .reasoning, .wouldChange, .counterExample:
            return whole(verdict[part.rawValue])
        case .parts: return numbered(verdict["parts"]) { [$0["part"], $0["note"]].compactMap { $0?.string } }
        case .timeline:
            return numbered(claim["timeline"]) { [$0["date"], $0["text"]].compactMap { $0?.string } }
        case .appearances: return numbered(claim["appearances"]) { [$0["quote"]].compactMap { $0?.string } }
        case .evidence: return evidence(in: text)
        case .documents: return documents(in: document)
        }
    }

    private static func whole(_ value: JSONValue?) -> [Entry] {
        value?.string.map { [Entry(name: "", text: $0)] } ?? []
    }

    /// The entries of a list without names, each compared with the same words of the other text.
    private static func numbered(_ list: JSONValue?, _ texts: (JSONValue) -> [String]) -> [Entry] {
        (list?.elements ?? []).map { element in
            let text = texts(element).joined(separator: ": ")
            return Entry(name: text, text: text)
        }
    }

    /// The pieces of evidence, each by its document, its place among those of the document, and its stance.
    private static func evidence(in text: JudgedText) -> [Entry] {
        var counts: [String: Int] = [:]
        return text.pieces.map { piece in
            counts[piece.document, default: 0] += 1
            return Entry(
                name: "\(piece.document) \(counts[piece.document] ?? 0) \(piece.stance)",
                subject: piece.title,
                text: piece.shows
            )
        }
    }

    /// What the text says of its documents: the words of each field.
    private static func documents(in document: JSONValue) -> [Entry] {
        ["sources", "articles"].flatMap { kind in
            (document["documents"]?[kind]?.elements ?? []).flatMap { record -> [Entry] in
                let id = record["id"]?.string ?? ""
                return record.members.compactMap { member in
                    guard member.name != "id", let text = member.value.string else { return nil }
                    return Entry(
                        name: "\(kind) \(id) \(member.name)",
                        subject: record["title"]?.string ?? id,
                        text: text
                    )
                }
            }
        }
    }
}
