import Captures

/// The log of observations: appended to, never edited, and merged by union.
package struct WatchLog: Hashable, Sendable {
    /// A line that cannot be read.
    package struct Problem: Hashable, Sendable {
        /// The problem, in a sentence without a full stop.
        package let message: String
        /// The bytes of the line, without its line end.
        package let range: Range<Int>
    }

    /// The observations, earliest first; each once, also where a merge left it twice.
    package let observations: [Observation]
    /// The lines that are no observations.
    package let problems: [Problem]

    /// An empty log.
    package static let none = WatchLog([])

    /// Makes a log.
    package init(_ observations: some Sequence<Observation>) {
        self.observations = Self.ordered(observations)
        problems = []
    }

    /// Reads a log's bytes.
    package init(_ bytes: [UInt8]) {
        var observations: [Observation] = []
        var problems: [Problem] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let line = Array(bytes[start..<end])
            if let observation = Observation(line: line) {
                observations.append(observation)
            } else if !line.allSatisfy({ $0 <= 0x20 }) {
                let isConflict = ["<<<<<<<", "=======", ">>>>>>>"].contains { line.starts(with: $0.utf8) }
                problems.append(
                    Problem(
                        message: isConflict
                            ? "git left a mark of a conflict here"
                            : "this line is no observation of an address",
                        range: start..<end
                    )
                )
            }
            start = end + 1
        }
        self.observations = Self.ordered(observations)
        self.problems = problems
    }

    /// The observations of a record's address, earliest first.
    package func observations(of record: CapturedRecord) -> [Observation] {
        observations.filter { $0.source == record }
    }

    /// The state of each record's address, as it was seen so far.
    package var states: [CapturedRecord: AddressState] {
        Dictionary(grouping: observations, by: \.source).compactMapValues { AddressState($0) }
    }

    private static func ordered(_ observations: some Sequence<Observation>) -> [Observation] {
        Set(observations).map { ($0, $0.line) }
            .sorted { ($0.0.at, $0.1) < ($1.0.at, $1.1) }
            .map(\.0)
    }
}
