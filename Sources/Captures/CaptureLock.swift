/// The lock: a line for each capture, sorted by file.
///
/// Git merges it by union, which may leave lines out of order or twice; both are read, and the next writing sorts them.
package struct CaptureLock: Hashable, Sendable {
    /// The captures, sorted by file.
    package let captures: [Capture]

    /// An error in a line.
    package struct Problem: Hashable, Sendable {
        /// The problem, in a sentence without a full stop.
        package let message: String
        /// The bytes of the line, without its line end.
        package let range: Range<Int>
    }

    /// Makes a lock; of captures with the same line, one stays.
    package init(_ captures: some Sequence<Capture> = []) {
        self.init(unique: Set(captures))
    }

    private init(unique captures: some Sequence<Capture>) {
        // A line takes long to write, and only two captures in one file need it.
        self.captures = captures.sorted {
            $0.file == $1.file ? $0.line < $1.line : $0.file < $1.file
        }
    }

    /// A lock that was read from a file.
    package struct Reading: Sendable {
        /// The captures of the lines that can be read.
        package let lock: CaptureLock
        /// The lines that cannot be read, and those that contradict another one about the same file.
        package let problems: [Problem]
        /// The bytes of each capture's line, by the captured file.
        package let lines: [String: Range<Int>]
    }

    /// Reads a lock.
    package static func read(_ bytes: [UInt8]) -> Reading {
        var captures: [String: Capture] = [:]
        var lines: [String: Range<Int>] = [:]
        var problems: [Problem] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            defer { start = end + 1 }
            let line = Array(bytes[start..<end])
            if line.allSatisfy({ $0 <= 0x20 }) { continue }
            do throws(CaptureLineProblem) {
                let capture = try Capture(line: line)
                if let other = captures.updateValue(capture, forKey: capture.file), other != capture {
                    captures[capture.file] = other
                    problems.append(
                        Problem(
                            message: "another line says something else about \(capture.file)",
                            range: start..<end
                        )
                    )
                }
                if lines[capture.file] == nil { lines[capture.file] = start..<end }
            } catch {
                let isConflict = ["<<<<<<<", "=======", ">>>>>>>"].contains { line.starts(with: $0.utf8) }
                problems.append(
                    Problem(
                        message: isConflict ? "git left a mark of a conflict here" : error.message,
                        range: start..<end
                    )
                )
            }
        }
        return Reading(lock: CaptureLock(unique: captures.values), problems: problems, lines: lines)
    }

    /// The lock's bytes.
    package var bytes: [UInt8] { captures.flatMap { Array(($0.line + "\n").utf8) } }

    /// The capture in a file; nil for a file that is not locked.
    package subscript(_ file: String) -> Capture? {
        var low = 0
        var high = captures.count
        while low < high {
            let middle = (low + high) / 2
            if captures[middle].file < file { low = middle + 1 } else { high = middle }
        }
        return low < captures.count && captures[low].file == file ? captures[low] : nil
    }

    /// The captures of a record, earliest first.
    package func captures(of record: CapturedRecord) -> [Capture] {
        captures.filter { $0.source == record }.sorted { ($0.at, $0.file) < ($1.at, $1.file) }
    }

    /// The lock with another capture, in place of one in the same file.
    package func adding(_ capture: Capture) -> CaptureLock {
        CaptureLock(captures.filter { $0.file != capture.file } + [capture])
    }

    /// The captures of both locks.
    package func union(_ other: CaptureLock) -> CaptureLock { CaptureLock(captures + other.captures) }
}
