import Encodings

/// What someone says with an event, before it goes into a journal: readers get it as it is, and nobody can mend it.
package enum NoteText {
    /// The longest note, in bytes.
    package static let sizeLimit = 64 * 1024

    /// The text with the line ends of journals; nil when there is nothing to read in it.
    package static func normalised(_ text: String) -> String? {
        isBlank(text) ? nil : text.replacing("\r\n", with: "\n")
    }

    /// Whether a text has no visible character: blanks, line ends, and characters that show nothing.
    package static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            let properties = scalar.properties
            return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
                || properties.generalCategory == .control || properties.generalCategory == .format
        }
    }

    /// Why a text cannot stand in a journal, in words that follow its name; nil when it can.
    package static func problem(_ text: String) -> String? {
        guard text.utf8.count <= sizeLimit else {
            return "has \(text.utf8.count) bytes; a note has at most \(sizeLimit)"
        }
        let scalars = text.replacing("\r\n", with: "\n").unicodeScalars
        guard let scalar = scalars.first(where: isForbidden) else { return nil }
        let code = scalar.codePoint
        return scalar == "\u{FFFD}"
            ? "has bytes that are not UTF-8, or the character \(code) that stands for such"
            : "has the character \(code), which acts on terminals or turns the order of letters, and shows nothing"
    }

    /// Controls but tab and line feed, overrides of the direction, noncharacters, and what stands for broken UTF-8.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t", "\n": false
        case "\u{202D}", "\u{202E}", "\u{FFFD}": true
        default: scalar.properties.generalCategory == .control || scalar.properties.isNoncharacterCodePoint
        }
    }
}

extension DeskAction {
    /// The action as it is carried out: a blank note is left out where none is needed.
    /// - Throws: what is wrong with what was said, or that a reason is missing.
    func withNotes() throws(DeskRefusal) -> DeskAction {
        switch self {
        case .assign(let profile, let note): .assign(to: profile, note: try Self.optional(note))
        case .submit(let note): .submit(note: try Self.optional(note))
        case .approve(let ruling, let note): .approve(ruling: ruling, note: try Self.optional(note))
        case .requestChanges(let note): .requestChanges(note: try Self.needed(note))
        case .comment(let note): .comment(note: try Self.needed(note))
        case .adopt(let note): .adopt(note: try Self.optional(note))
        case .publish: self
        case .correct(let kind, let note): .correct(kind, note: try Self.needed(note))
        case .retract(let reason): .retract(reason: try Self.needed(reason))
        case .reopen(let reason): .reopen(reason: try Self.needed(reason))
        case .askReply(let profile, let note): .askReply(of: profile, note: try Self.optional(note))
        case .receiveReply(let profile, let note): .receiveReply(from: profile, note: try Self.optional(note))
        }
    }

    private static func optional(_ note: String?) throws(DeskRefusal) -> String? {
        guard let note, let text = NoteText.normalised(note) else { return nil }
        return try checked(text)
    }

    private static func needed(_ note: String) throws(DeskRefusal) -> String {
        guard let text = NoteText.normalised(note) else {
            throw .refused(
                Refusal("there is nothing to read in what you say with it", help: "say why, in words")
            )
        }
        return try checked(text)
    }

    private static func checked(_ text: String) throws(DeskRefusal) -> String {
        if let problem = NoteText.problem(text) {
            throw .refused(Refusal("what you say with it \(problem)", help: "say it in plain text"))
        }
        return text
    }
}
