import Encodings

/// The rules for a note in a journal: readers see it unchanged, and it can never be edited.
package enum NoteText {
    /// The largest note, in bytes.
    package static let sizeLimit = 64 * 1024

    /// The note with a line feed for each CRLF; nil if it is blank.
    package static func normalised(_ text: String) -> String? {
        isBlank(text) ? nil : text.replacing("\r\n", with: "\n")
    }

    /// Whether a text has no visible character: only white space, line ends and invisible characters.
    package static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            let properties = scalar.properties
            return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
                || properties.generalCategory == .control || properties.generalCategory == .format
        }
    }

    /// The reason why a text may not be in a journal, as words that follow its name; nil if it may.
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

    /// Controls other than tab and line feed, direction overrides, noncharacters, and U+FFFD (the sign of broken
    /// UTF-8).
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t", "\n": false
        case "\u{202D}", "\u{202E}", "\u{FFFD}": true
        default: scalar.properties.generalCategory == .control || scalar.properties.isNoncharacterCodePoint
        }
    }
}

extension DeskAction {
    /// The action with its note normalised; a blank optional note becomes nil.
    /// - Throws: a refusal if a required note is blank, or a note has a forbidden character.
    func withNotes() throws(DeskRefusal) -> DeskAction {
        switch self {
        case .assign(let profile, let note): .assign(to: profile, note: try Self.optional(note))
        case .ask(let profile, let note): .ask(profile, note: try Self.optional(note))
        case .submit(let note): .submit(note: try Self.optional(note))
        case .approve(let ruling, let note): .approve(ruling: ruling, note: try Self.optional(note))
        case .requestChanges(let note): .requestChanges(note: try Self.needed(note))
        case .comment(let note, let passage):
            .comment(note: try Self.needed(note), on: try passage?.checked())
        case .adopt(let note): .adopt(note: try Self.optional(note))
        case .publish: self
        case .correct(let kind, let note): .correct(kind, note: try Self.needed(note))
        case .retract(let reason): .retract(reason: try Self.needed(reason))
        case .reopen(let reason): .reopen(reason: try Self.needed(reason))
        case .askReply(let profile, let note): .askReply(of: profile, note: try Self.optional(note))
        case .receiveReply(let profile, let note): .receiveReply(from: profile, note: try Self.optional(note))
        case .rename(let id, let note): .rename(to: id, note: try Self.optional(note))
        }
    }

    private static func optional(_ note: String?) throws(DeskRefusal) -> String? {
        guard let note, let text = NoteText.normalised(note) else { return nil }
        return try checked(text)
    }

    private static func needed(_ note: String) throws(DeskRefusal) -> String {
        guard let text = NoteText.normalised(note) else {
            throw .refused(
                Refusal("the note is empty", help: "say why, in words")
            )
        }
        return try checked(text)
    }

    fileprivate static func checked(_ text: String) throws(DeskRefusal) -> String {
        if let problem = NoteText.problem(text) {
            throw .refused(Refusal("what you say with it \(problem)", help: "say it in plain text"))
        }
        return text
    }
}

extension Passage {
    /// The passage, if a journal can hold it.
    fileprivate func checked() throws(DeskRefusal) -> Passage {
        guard !exact.isEmpty else {
            throw .refused(Refusal("the passage is empty", help: "name the words that the remark is about"))
        }
        for text in [exact, prefix, suffix].compactMap(\.self) { _ = try DeskAction.checked(text) }
        return self
    }
}
