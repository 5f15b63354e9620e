import Diagnostics

/// Why a text is no line of a journal, and at which byte of it.
struct LineProblem: Error, Hashable {
    let message: String
    let offset: Int
    var isCutOff = false
}

extension JournalLine {
    /// Reads a line without its line end; only the canonical writing is one.
    init(parsing line: ArraySlice<UInt8>) throws(LineProblem) {
        if let members = PlainLine.members(of: line), let plain = Self(members) {
            self = plain
        } else {
            self = try Self(judging: Array(line))
        }
    }

    /// A line of members that are written as they should be; nil when they are no line.
    private init?(_ members: [(Member, JSONValue)]) {
        var fields = LineFields(members)
        guard let line = try? fields.line() else { return nil }
        self = line
    }

    /// Reads a line as JSON, and says what is wrong with it if something is.
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
            throw LineProblem(message: "this is not written as Assay writes it", offset: place ?? bytes.count)
        }
    }
}
