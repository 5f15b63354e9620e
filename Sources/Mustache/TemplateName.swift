import Synchronization

/// A name that templates use, as a number: to look one up compares nothing and hashes nothing.
public struct TemplateName: Sendable, Hashable, ExpressibleByStringLiteral {
    /// Counted from 0 in the order in which names are first met; the same name has the same number in the whole process.
    @usableFromInline let number: Int

    /// Makes a name that a record gives to a value.
    public init(stringLiteral text: String) { self.init(text) }

    init(_ text: String) { number = NameTable.shared.number(of: text) }

    /// The name as it is written.
    var text: String { NameTable.shared.text(of: number) }
}

/// All names that templates and records have used. Nothing is ever taken out: there are a few hundred.
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

/// A dotted name, split when the template is parsed; without parts it is the implicit iterator `.`.
struct NamePath: Sendable, Equatable {
    let parts: [TemplateName]

    init(_ parts: [TemplateName]) { self.parts = parts }

    /// Splits a name as it stands in a tag; nil when a part is empty or holds white space.
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
