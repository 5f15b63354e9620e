import Synchronization

/// An interned name of templates: a number, so that a look-up needs no hashing and no string comparison.
@usableFromInline package struct TemplateName: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The number, counted from 0 in the order of first use; the same for the same name in the whole process.
    @usableFromInline let number: Int

    /// Makes a name that a record gives to a value.
    @usableFromInline package init(stringLiteral text: String) { self.init(text) }

    init(_ text: String) { number = NameTable.shared.number(of: text) }

    /// The name as it is written.
    var text: String { NameTable.shared.text(of: number) }
}

/// The table of all names used by templates and records. It only grows, to a few hundred.
private final class NameTable: Sendable {
    static let shared = NameTable()

    private struct State {
        var numbers: [String: Int] = [:]
        var texts: [String] = []
    }

    private let state = Mutex(State())

    func number(of text: String) -> Int {
        state.withLock { state in
            if let number = state.numbers[text] { return number }
            state.texts.append(text)
            state.numbers[text] = state.texts.count - 1
            return state.texts.count - 1
        }
    }

    func text(of number: Int) -> String { state.withLock { $0.texts[number] } }
}

/// A dotted name, split when the template is parsed. Without parts it is the implicit iterator `.`.
struct NamePath: Sendable, Equatable {
    let parts: [TemplateName]

    init(_ parts: [TemplateName]) { self.parts = parts }

    /// Splits a name as written in a tag; nil if a part is empty or holds white space.
    init?(_ text: String) {
        if text == "." {
            parts = []
            return
        }
        let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
        let isWhole = pieces.allSatisfy { piece in
            !piece.isEmpty && piece.utf8.allSatisfy { !isBlank($0) && !isLineEnd($0) }
        }
        guard isWhole else { return nil }
        parts = pieces.map { TemplateName(String($0)) }
    }

    /// The name as it stands in the template.
    var text: String { parts.isEmpty ? "." : parts.map(\.text).joined(separator: ".") }
}
