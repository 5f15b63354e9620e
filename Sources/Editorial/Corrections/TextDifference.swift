import Diagnostics
import Newsroom

/// One place in which two judged texts differ.
package struct TextDifference: Hashable, Sendable {
    /// Where, in words: `verdict summary`, `evidence 2 shows`.
    package let place: String
    /// What stood there; nil where there was nothing.
    package let before: String?
    /// What stands there; nil where there is nothing now.
    package let after: String?
    /// Whether readers have to be told: ruling, claim, short answer or evidence.
    package let needsCorrection: Bool

    /// All differences between two texts, in the order of the canonical form.
    package static func all(from old: JudgedText, to new: JudgedText) -> [TextDifference] {
        let before = leaves(of: old.document)
        let after = leaves(of: new.document)
        let places =
            before.map(\.place)
            + after.map(\.place).filter { place in before.allSatisfy { $0.place != place } }
        let oldValues = Dictionary(before.map { ($0.place, $0.text) }) { first, _ in first }
        let newValues = Dictionary(after.map { ($0.place, $0.text) }) { first, _ in first }
        return places.compactMap { place in
            let (old, new) = (oldValues[place], newValues[place])
            guard old != new else { return nil }
            return TextDifference(
                place: place.joined(separator: " "),
                before: old,
                after: new,
                needsCorrection: needsCorrection(place, isInBoth: old != nil && new != nil)
            )
        }
    }

    /// All differences between a text and what the files say, in what the text's form has.
    package static func all(from old: JudgedText, to claim: Claim, in newsroom: Newsroom) -> [TextDifference]
    {
        JudgedText(on: claim, in: newsroom, as: old.format).map { all(from: old, to: $0) } ?? []
    }

    private typealias Leaf = (place: [String], text: String)

    /// All texts in a document with their places; what has an id is named by it and not by its number.
    private static func leaves(of value: JSONValue, at place: [String] = []) -> [Leaf] {
        switch value {
        case .object(let members):
            members.flatMap { leaves(of: $0.value, at: place + [$0.name]) }
        case .array(let elements):
            elements.enumerated().flatMap { index, element in
                leaves(of: element, at: place + [element["id"]?.string ?? "\(index + 1)"])
            }
        case .string(let text): [(place, text)]
        case .bool(let truth): [(place, truth ? "yes" : "no")]
        case .integer(let number): [(place, "\(number)")]
        case .null: []
        }
    }

    /// Ruling, claim wording, short answer and evidence; the headline is part of the short answer.
    private static func needsCorrection(_ place: [String], isInBoth: Bool) -> Bool {
        switch (place.first, place.dropFirst().first) {
        case ("claim", "statement"), ("claim", "claimants"): true
        case ("verdict", "ruling"), ("verdict", "title"), ("verdict", "summary"): true
        case ("verdict", "evidence"), ("verdict", "parts"): true
        // That something was withdrawn, or what it is; who somebody is; what a ruling means.
        case ("documents", "sources"): ["withdrawn", "status", "kind", "checked"].contains(place.last)
        // Who is named anew shows where they are named.
        case ("documents", "profiles"): isInBoth && ["name", "kind"].contains(place.last)
        case ("documents", "rulings"): isInBoth
        default: false
        }
    }
}
