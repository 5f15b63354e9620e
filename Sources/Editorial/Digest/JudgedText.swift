import Diagnostics
import Digests
import Newsroom

/// What a reviewer judges, in its canonical form: claim, verdict, evidence, and which documents are cited.
///
/// `docs/editorial.md` describes the form. Ways of writing YAML do not show in it; every word does. The SHA-256
/// of its bytes is the text's digest, so that `sha256sum` of a stored version gives its name.
package struct JudgedText: Sendable {
    /// The form as UTF-8, with a line end at its end.
    package let bytes: [UInt8]
    /// The SHA-256 of the bytes.
    package let digest: Digest

    /// The version of the canonical form, by the name that it gives itself.
    package enum Format: String, Hashable, Sendable, CaseIterable {
        /// Claim, verdict, and which documents are cited.
        case first = "assay judged text 1"
        /// All that readers see of a ruling: also who people are, what each document is, and the words around quotes.
        case second = "assay judged text 2"

        /// The form of what is submitted now.
        package static let current = Format.second
    }

    /// The version of the form.
    package let format: Format

    /// The document of a text that was read; nil for one that was written, which is seldom taken apart.
    private let readDocument: JSONValue?

    /// The text on a claim as it is in the files; nil when there is no verdict.
    package init?(on claim: Claim, in newsroom: Newsroom, as format: Format = .current) {
        guard let verdict = newsroom.verdict(on: claim) else { return nil }
        self.init(on: claim, verdict, in: newsroom, as: format)
    }

    /// The text of a claim and a verdict, wherever they come from.
    init(on claim: Claim, _ verdict: Verdict, in newsroom: Newsroom, as format: Format = .current) {
        bytes = CanonicalForm.bytes(claim, verdict, in: newsroom, format)
        digest = Digest(of: bytes)
        self.format = format
        readDocument = nil
    }

    /// Reads a stored version; nil when the bytes are not a canonical form.
    package init?(reading bytes: [UInt8]) {
        guard let document = try? JSONValue(parsing: bytes),
            let format = document["format"]?.string.flatMap(Format.init),
            document.serialized(.pretty) + [UInt8(ascii: "\n")] == bytes
        else { return nil }
        self.bytes = bytes
        digest = Digest(of: bytes)
        self.format = format
        readDocument = document
    }

    /// The form taken apart.
    var document: JSONValue { readDocument ?? (try? JSONValue(parsing: bytes)) ?? .null }
}

extension JudgedText: Hashable {
    package static func == (one: JudgedText, other: JudgedText) -> Bool { one.bytes == other.bytes }

    package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension JudgedText {
    /// The claim's id.
    package var claim: String { text("claim", "id") }
    /// The claim as it is rated.
    package var statement: String { text("claim", "statement") }
    /// The ruling's id.
    package var ruling: String { text("verdict", "ruling") }
    /// The verdict's title.
    package var title: String { text("verdict", "title") }
    /// The short answer.
    package var summary: String { text("verdict", "summary") }

    private func text(_ part: String, _ name: String) -> String { document[part]?[name]?.string ?? "" }
}
