import Diagnostics
import Newsroom

/// One difference between two judged texts.
///
///     let changes = TextDifference.all(from: published, to: claim, in: newsroom)
///     let needsNotice = changes.contains(where: \.needsCorrection)
package struct TextDifference: Hashable, Sendable {
    /// The place in words: `verdict summary`, `evidence 2 shows`.
    package let place: String
    /// The old value; nil if there was none.
    package let before: String?
    /// The new value; nil if there is none.
    package let after: String?
    /// Whether readers have to be told, because the ruling, claim, short answer or evidence changed.
    package let needsCorrection: Bool

    /// All differences between two texts, in the order of the old text; places that only the new one has come last.
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

    /// All differences between a text and the current files, compared in the old text's canonical form.
    package static func all(from old: JudgedText, to claim: Claim, in newsroom: Newsroom) -> [TextDifference]
    {
        JudgedText(on: claim, in: newsroom, as: old.format).map { all(from: old, to: $0) } ?? []
    }

    /// The differences between the files of media alone: which picture another one took the place of.
    package static func files(from old: JudgedText, to claim: Claim, in newsroom: Newsroom)
        -> [TextDifference]
    {
        all(from: old, to: claim, in: newsroom).filter(\.isOfFile)
    }

    /// Whether it is about which file a medium has.
    var isOfFile: Bool { place.hasPrefix("documents media ") && place.hasSuffix(" file") }

    typealias Leaf = (place: [String], text: String)

    /// All values in a document with their places. List elements are named by their `id`, or else by their number.
    static func leaves(of value: JSONValue, at place: [String] = []) -> [Leaf] {
        switch value {
        case .object(let members):
            members.flatMap { leaves(of: $0.value, at: place + [$0.name]) }
        case .array(let elements):
            elements.enumerated().flatMap { index, element in
                let inner = place + [element["id"]?.string ?? "\(index + 1)"]
                return place == ["documents", "media"]
                    ? leaves(ofMedium: element, at: inner) : leaves(of: element, at: inner)
            }
        case .string(let text): [(place, text)]
        case .bool(let truth): [(place, truth ? "yes" : "no")]
        case .integer(let number): [(place, "\(number)")]
        case .null: []
        }
    }

    /// The values of a medium. What follows from its file is one of them: its name, its size and its SHA-256.
    private static func leaves(ofMedium medium: JSONValue, at place: [String]) -> [Leaf] {
        let ofFile = ["file", "pixels", "bytes", "sha256"]
        let others = leaves(of: medium, at: place).filter { !ofFile.contains($0.place.last ?? "") }
        let parts = ofFile.compactMap { name -> String? in
            switch (name, medium[name]) {
            case ("file", .string(let name)): name
            case ("pixels", .string(let size)): size + " pixels"
            case ("bytes", .integer(let count)): "\(count) bytes"
            case ("sha256", .string(let digest)): "SHA-256 " + digest
            default: nil
            }
        }
        return parts.isEmpty ? others : [(place + ["file"], parts.joined(separator: ", "))] + others
    }

    /// Whether a change at this place concerns ruling, claim, short answer or evidence. The headline is part of the
    /// short answer.
    private static func needsCorrection(_ place: [String], isInBoth: Bool) -> Bool {
        switch (place.first, place.dropFirst().first) {
        case ("claim", "statement"), ("claim", "claimants"): true
        case ("verdict", "ruling"), ("verdict", "title"), ("verdict", "summary"): true
        case ("verdict", "evidence"), ("verdict", "parts"): true
        // A source's standing, a profile's identity and a ruling's meaning change what the verdict says.
        case ("documents", "sources"): ["withdrawn", "status", "kind", "checked"].contains(place.last)
        // A profile that is added or removed shows up where it is named.
        case ("documents", "profiles"): isInBoth && ["name", "kind"].contains(place.last)
        case ("documents", "rulings"): isInBoth
        default: false
        }
    }
}
