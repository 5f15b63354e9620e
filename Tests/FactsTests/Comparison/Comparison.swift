/// The kinds of comparisons made, with their numbers and their failures.
struct Comparison: Sendable {
    private(set) var counts: [String: Int] = [:]
    private(set) var findings: [String] = []

    /// Counts one comparison of a kind, and records a finding if it fails.
    mutating func expect(
        _ holds: Bool,
        _ kind: String,
        in path: String,
        _ finding: @autoclosure () -> String
    ) {
        counts[kind, default: 0] += 1
        if !holds { findings.append("\(path): \(kind): \(finding())") }
    }

    /// Compares two values of one field.
    mutating func expectEqual<Value: Equatable>(
        _ published: Value,
        _ fact: Value,
        _ kind: String,
        in path: String
    ) {
        expect(published == fact, kind, in: path, "content has \(published), the facts have \(fact)")
    }

    /// The counts, one kind to a line.
    var summary: String {
        counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: "\n")
    }
}
