import Diagnostics
import Digests
import WARC

extension Capture {
    /// The line of the lock, without its line end: members in one order, those without a value left out, no blanks.
    package var line: String {
        JSONValue.object([
            "file": .string(file), "sha256": .string(sha256.hexadecimal), "bytes": .integer(bytes),
            "source": .string(source.description), "url": .string(url), "final": .string(final),
            "status": status.map(JSONValue.integer), "at": .string(at), "how": .string(how.rawValue),
            "title": title.map(JSONValue.string), "main": .string(main),
            "payload": payload.map { .string($0.hexadecimal) }, "text": text.map { .string($0.hexadecimal) },
            "requisites": .integer(requisites), "missing": .integer(missing),
            "truncated": truncated.map(JSONValue.string), "state": .string(state.rawValue),
            "baseline": .string(hasBaseline ? "yes" : "no"),
        ]).text(.compact)
    }

    /// The members of a line.
    private static let members: Set = [
        "file", "sha256", "bytes", "source", "url", "final", "status", "at", "how", "title", "main",
        "payload",
        "text", "requisites", "missing", "truncated", "state", "baseline",
    ]

    /// Reads a line of the lock.
    /// - Throws: what is wrong, as a sentence without a full stop.
    package init(line: [UInt8]) throws(CaptureLineProblem) {
        let value: JSONValue
        do throws(JSONProblem) {
            value = try JSONValue(parsing: line, depth: 2)
        } catch {
            throw CaptureLineProblem(message: "this line is no JSON: \(error.message)", offset: error.offset)
        }
        if let unknown = value.members.first(where: { !Self.members.contains($0.name) }) {
            throw CaptureLineProblem(message: "there is no member `\(unknown.name)` in a lock", offset: 0)
        }
        let members = Members(value: value)
        file = try members.text("file")
        sha256 = try members.digest("sha256")
        bytes = try members.number("bytes")
        source = CapturedRecord(try members.text("source"))
        url = try members.text("url")
        final = try members.text("final")
        status = try members.optional("status") { value throws(CaptureLineProblem) in
            try value.number("status")
        }
        at = try members.text("at")
        how = try members.word("how", Method.self)
        title = value["title"]?.string
        main = try members.text("main")
        payload = try members.optional("payload") { value throws(CaptureLineProblem) in
            try value.digest("payload")
        }
        text = try members.optional("text") { value throws(CaptureLineProblem) in try value.digest("text") }
        requisites = try members.number("requisites")
        missing = try members.number("missing")
        truncated = value["truncated"]?.string
        state = try members.word("state", CaptureState.self)
        hasBaseline = value["baseline"]?.string == "yes"
        guard Self.isInside(file), WARCDate(at) != nil else {
            let name = Self.isInside(file) ? "at" : "file"
            throw CaptureLineProblem(
                message: name == "at"
                    ? "`at` is not a time such as 2026-11-28T10:00:00Z"
                    : "`file` is not a path below \(CapturePlace.folder)/",
                offset: 0
            )
        }
    }

    /// Whether a path lies in the folder of captures, whoever wrote it.
    private static func isInside(_ path: String) -> Bool {
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        return path.hasPrefix(CapturePlace.folder + "/")
            && names.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }

    /// The members of a line, each with the sentence for one that is not right.
    private struct Members {
        let value: JSONValue

        func text(_ name: String) throws(CaptureLineProblem) -> String {
            guard let text = value[name]?.string, !text.isEmpty else { throw problem(name, "a text") }
            return text
        }

        func number(_ name: String) throws(CaptureLineProblem) -> Int {
            guard case .integer(let number)? = value[name], number >= 0 else {
                throw problem(name, "a number")
            }
            return number
        }

        func digest(_ name: String) throws(CaptureLineProblem) -> Digest {
            guard let digest = value[name]?.string.flatMap({ Digest($0) }) else {
                throw problem(name, "a SHA-256 in 64 hexadecimal digits")
            }
            return digest
        }

        func word<Word: RawRepresentable & CaseIterable>(
            _ name: String,
            _: Word.Type
        ) throws(CaptureLineProblem) -> Word where Word.RawValue == String {
            guard let word = value[name]?.string.flatMap({ Word(rawValue: $0) }) else {
                throw problem(
                    name,
                    "one of " + Word.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
                )
            }
            return word
        }

        func optional<Value>(
            _ name: String,
            _ read: (Members) throws(CaptureLineProblem) -> Value
        ) throws(CaptureLineProblem) -> Value? {
            value[name] == nil ? nil : try read(self)
        }

        private func problem(_ name: String, _ wanted: String) -> CaptureLineProblem {
            CaptureLineProblem(
                message: value[name] == nil
                    ? "`\(name)` is missing in this line" : "`\(name)` is not \(wanted)",
                offset: 0
            )
        }
    }
}

/// An error in a line of the lock.
package struct CaptureLineProblem: Error, Hashable, Sendable {
    /// The problem, in a sentence without a full stop.
    package let message: String
    /// The offset in the line.
    package let offset: Int
}
