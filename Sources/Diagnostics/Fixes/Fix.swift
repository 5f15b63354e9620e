/// A remedy of a finding that a program can carry out.
///
///     Fix("Write `published`", .safe, [file.edit(key.range, "published")])
///
/// The edits of a fix belong together: all of them are applied, or none.
package struct Fix: Hashable, Sendable {
    /// How far a fix can be trusted.
    package enum Safety: String, Hashable, Sendable, CaseIterable {
        /// It writes what was meant, and changes nothing that a reviewer judges.
        case safe
        /// It is probably right, and somebody has to look.
        case unsafe
        /// It has a place that only a person can fill in, marked with `…`.
        case incomplete = "fill-in"
    }

    /// The change as an instruction, without a full stop: "Write `published`".
    package let title: String
    /// How far it can be trusted.
    package let safety: Safety
    /// The changes.
    package let edits: [Edit]

    /// The sign that stands where a person has to write something.
    package static let blank = "…"

    /// Makes a fix.
    package init(_ title: String, _ safety: Safety, _ edits: [Edit]) {
        self.title = title
        self.safety = safety
        self.edits = edits
    }

    /// Whether it is safe.
    package var isSafe: Bool { safety == .safe }

    /// The same fix for people to look at first, with the reason for that in its title.
    package func unsafe(because reason: String) -> Fix {
        safety == .safe ? Fix("\(title) (\(reason))", .unsafe, edits) : self
    }
}

extension SourceFile {
    /// The fix that writes another word in the place of a value; nil if the value was not typed as it is.
    package func fix(_ value: String, at range: Range<Int>, with word: String, _ safety: Fix.Safety) -> Fix? {
        place(of: value, in: range).map { Fix("Write `\(word)`", safety, [edit($0, word)]) }
    }

    /// The fix that writes another id where a range of text names one.
    package func fix(id: String, in range: Range<Int>, with other: String, _ safety: Fix.Safety) -> Fix? {
        place(ofID: id, in: range).map { Fix("Write `\(other)`", safety, [edit($0, other)]) }
    }
}

extension Suggestion {
    /// The fix of a misspelt word of a closed list, such as a field's name; nil if no known word is near.
    ///
    /// It is safe if one known word alone is near, with the same digits.
    package static func fix(
        for typed: String,
        at range: Range<Int>,
        in file: SourceFile,
        among known: some Sequence<String>
    ) -> Fix? {
        guard let word = nearest(to: typed, among: known) else { return nil }
        let isClear =
            nearest(to: typed, among: known.filter { $0 != word }) == nil
            && typed.filter(\.isNumber) == word.filter(\.isNumber)
        return file.fix(typed, at: range, with: word, isClear ? .safe : .unsafe)
    }
}
