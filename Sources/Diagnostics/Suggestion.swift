/// "Did you mean": the known name that is nearest to what was typed.
package enum Suggestion {
    /// The nearest of the known names; nil if none is near.
    ///
    /// A name is near within an edit distance of a third of the typed name's length, or of one if that is
    /// more. Ties go to the name that sorts first.
    package static func nearest(to typed: String, among known: some Sequence<String>) -> String? {
        let wanted = Array(typed.lowercased().unicodeScalars)
        let limit = max(1, wanted.count / 3)
        var best: (distance: Int, name: String)?
        for name in known where name != typed {
            let candidate = Array(name.lowercased().unicodeScalars)
            guard abs(candidate.count - wanted.count) <= limit else { continue }
            let distance = editDistance(wanted, candidate)
            guard distance <= limit else { continue }
            if best.map({ (distance, name) < ($0.distance, $0.name) }) ?? true { best = (distance, name) }
        }
        return best?.name
    }

    /// A help sentence for a misspelt name; nil if no known name is near.
    package static func help(for typed: String, among known: some Sequence<String>) -> String? {
        nearest(to: typed, among: known).map { "did you mean `\($0)`?" }
    }

    /// The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
    static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 1...left.count {
            var current = [row]
            for column in 1...right.count {
                let cost = left[row - 1] == right[column - 1] ? 0 : 1
                var distance = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1]
                {
                    distance = min(distance, beforeLast[column - 2] + 1)
                }
                current.append(distance)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
