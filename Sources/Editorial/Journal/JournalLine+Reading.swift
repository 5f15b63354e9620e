import Diagnostics

/// An error in a journal line, with the byte offset at which it stands.
struct LineProblem: Error, Hashable {
    let message: String
    let offset: Int
    var isCutOff = false
}

extension JournalLine {
    /// Reads a line without its line feed.
    /// - Throws: an error unless the line is in canonical form, byte for byte.
    init(parsing line: ArraySlice<UInt8>) throws(LineProblem) {
        if let members = PlainLine.members(of: line), let plain = Self(members) {
            self = plain
        } else {
            self = try Self(judging: Array(line))
        }
    }

    /// Makes a line from members in canonical order; nil if they are not a valid line.
    private init?(_ members: [(Member, JSONValue)]) {
        var fields = LineFields(members)
        guard let line = try? fields.line() else { return nil }
        self = line
    }

    /// Reads a line as JSON. Slower than `PlainLine`, but able to name the error.
    init(judging bytes: [UInt8]) throws(LineProblem) {
        let value: JSONValue
        do throws(JSONProblem) {
            value = try JSONValue(parsing: bytes, depth: 2)
        } catch {
            throw LineProblem(message: error.message, offset: error.offset, isCutOff: error.isCutOff)
        }
        var fields = try LineFields(value, bytes: bytes)
        self = try fields.line()
        guard self.bytes.dropLast().elementsEqual(bytes) else {
            let place = zip(self.bytes, bytes).enumerated().first { $1.0 != $1.1 }?.offset
            throw LineProblem(message: "the line is not in its canonical form", offset: place ?? bytes.count)
        }
    }
}
